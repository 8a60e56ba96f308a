/* Finding in the text of an agreement: / goes to the field, Enter and ] to the next place, Shift+Enter and [ to the one before.
   The server says where the words stand; without this module the page loads with all places marked. */

import { goTo } from "./scrolling.js";

const text = () => document.getElementById("text");
const field = () => document.getElementById("find-text");
const places = () => [...text().querySelectorAll("mark[data-found]")];
const line = () => text().querySelector(".reading-bar").getBoundingClientRect().bottom;
let at = -1;

function show(index) {
  const all = places();
  text().querySelectorAll("mark.now").forEach((mark) => mark.classList.remove("now"));
  if (!all.length) return;
  at = (index + all.length) % all.length;
  all[at].classList.add("now");
  goTo(all[at], "center");
  const count = text().querySelector("[data-found-at]");
  count.hidden = false;
  count.textContent = `${at + 1} / `;
}

/* A text that was searched: on to the first place from where one reads. */
function begin() {
  const all = places();
  at = -1;
  text().querySelectorAll("[data-found-step]").forEach((button) => { button.hidden = false; });
  text().querySelector("[data-found-first]")?.remove();
  if (all.length) show(Math.max(0, all.findIndex((mark) => mark.getBoundingClientRect().top > line())));
}

document.addEventListener("keydown", (event) => {
  if (event.target === field()) {
    if (event.key === "Enter" && places().length && field().value.trim() === field().defaultValue) {
      event.preventDefault();
      show(at + (event.shiftKey ? -1 : 1));
    }
    return;
  }
  if (event.key !== "/" || event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return;
  if (document.documentElement.classList.contains("keys-off") || document.querySelector("dialog[open]")) return;
  if (event.target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]")) return;
  event.preventDefault();
  field().focus();
  field().select();
});

document.addEventListener("click", (event) => {
  const step = event.target.closest("[data-found-step]");
  if (step) show(at + Number(step.dataset.foundStep));
});

/* Emptied, by hand or by the cross in it: the places go. */
document.addEventListener("input", (event) => {
  if (event.target === field() && !field().value && field().defaultValue) field().form.requestSubmit();
});

document.addEventListener("htmx:afterSettle", (event) => {
  if (event.target.id === "text") begin();
});
if (new URLSearchParams(location.search).get("find") && !location.hash) begin();
else if (places().length) text().querySelectorAll("[data-found-step]").forEach((button) => { button.hidden = false; });
