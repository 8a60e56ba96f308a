/* Keys: an element that is shown and says data-key="c" is clicked by that key. Never while somebody types, never with a
   modifier, and not at all once switched off; the choice is kept in this browser. */

const STORE = "art28.keys";
const TYPING = "input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [contenteditable]";
const ACTS_ITSELF = "a, button, summary, input, select, textarea, [role=button]";

export const on = () => localStorage.getItem(STORE) !== "off";

const shown = (element) => element.offsetParent !== null || element.getClientRects().length > 0;

function target(key) {
  const named = (root) => [...root.querySelectorAll("[data-key]")].find((each) => each.dataset.key.split(" ").includes(key) && shown(each));
  const active = document.querySelector(".line.active");
  return (active && named(active)) ?? [...document.querySelectorAll("[data-key]")].find((each) => each.dataset.key.split(" ").includes(key) && shown(each) && !each.closest(".line"));
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || event.isComposing) return;
  if (document.querySelector("dialog[open]")) return;
  if (event.key === "Escape") {
    document.querySelector('[data-fact-form] [data-key="Escape"]')?.click();
    return;
  }
  if (!on() || event.target.closest(TYPING)) return;
  if (event.key === "Enter" && event.target.closest(ACTS_ITSELF)) return;
  if (event.key.startsWith("Arrow") && event.target.closest("[role=group], [role=region], [type=radio]")) return;
  const found = target(event.key);
  if (!found || event.repeat) return;
  event.preventDefault();
  found.click();
});

/* The overview, and the switch in it. */
const dialog = document.getElementById("keys-help");

function show() {
  document.querySelectorAll("[data-keys-help]").forEach((button) => { button.hidden = false; });
  document.documentElement.classList.toggle("keys-off", !on());
  const button = dialog?.querySelector("[data-keys-switch]");
  if (!button) return;
  button.setAttribute("aria-pressed", String(on()));
  button.querySelector("[data-on]").hidden = !on();
  button.querySelector("[data-off]").hidden = on();
}

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-keys-help]")) dialog?.showModal();
  if (event.target.closest("[data-keys-switch]")) {
    localStorage.setItem(STORE, on() ? "off" : "on");
    show();
  }
});
document.addEventListener("htmx:afterSettle", show);
show();
