/* The queue: after a decision the next fact takes the focus, so that a screen reader says what is asked; a form takes it too. */

function settle() {
  const field = document.querySelector("#queue [data-fact-form] :is(input:not([type=hidden]), select, textarea)");
  const title = document.querySelector("#queue [data-work]");
  (field ?? title)?.focus({ preventScroll: true });
  scrollTo({ top: 0, behavior: "instant" });
  document.querySelector(".queue-lines .active")?.scrollIntoView({ block: "nearest" });
}

/* One press, one decision: what is on its way is waited for, and so is the page that came back until htmx has taken it over;
   before that its forms and links would leave the page. */
const queue = () => document.getElementById("queue");
const free = () => queue()?.removeAttribute("data-busy");
const replaces = (event) => event.detail.target?.id === "queue";
const early = (event) => {
  if (event.target.closest("#queue[data-busy]")) event.preventDefault();
};

document.addEventListener("submit", early, true);
document.addEventListener("click", early, true);
document.addEventListener("htmx:beforeRequest", (event) => {
  if (!queue()?.contains(event.target)) return;
  if (queue().dataset.busy) event.preventDefault();
  else queue().dataset.busy = "1";
});
document.addEventListener("htmx:afterSwap", (event) => {
  if (replaces(event) && queue()) queue().dataset.busy = "1";
});
document.addEventListener("htmx:afterSettle", (event) => {
  if (event.target.id !== "queue" && !replaces(event)) return;
  free();
  settle();
});
document.addEventListener("htmx:afterRequest", (event) => {
  if (!event.detail.successful || !replaces(event)) free();
});
