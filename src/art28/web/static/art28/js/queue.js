/* The queue: after a decision the next fact takes the focus, so that a screen reader says what is asked; a form takes it too. */

function settle() {
  const field = document.querySelector("#queue [data-fact-form] :is(input:not([type=hidden]), select, textarea)");
  const title = document.querySelector("#queue [data-work]");
  (field ?? title)?.focus({ preventScroll: true });
  scrollTo({ top: 0, behavior: "instant" });
  document.querySelector(".queue-lines .active")?.scrollIntoView({ block: "nearest" });
}

document.addEventListener("htmx:afterSettle", (event) => {
  if (event.target.id === "queue" || event.detail.target?.id === "queue") settle();
});
/* One press, one decision: what is on its way is waited for. */
document.addEventListener("htmx:beforeRequest", (event) => {
  const queue = document.getElementById("queue");
  if (!queue?.contains(event.target)) return;
  if (queue.dataset.busy) event.preventDefault();
  else queue.dataset.busy = "1";
});
document.addEventListener("htmx:afterRequest", () => document.getElementById("queue")?.removeAttribute("data-busy"));
