/* Where one is in an agreement: the entry of the contents is marked while the text moves, the contents fold away, and after
   following a reference there is a way back. Without this module contents and references are links like any other. */

import { goTo } from "./scrolling.js";

const FOLDED = "art28.contents";
const reading = document.querySelector(".reading");
const contents = document.querySelector("[data-contents]");
const text = () => document.getElementById("text");
const entries = [...contents.querySelectorAll("a")];
const named = new Map(entries.map((entry) => [entry.hash.slice(1), entry]));

/* Everything above this line is read. */
const line = () => text().querySelector(".reading-bar").getBoundingClientRect().bottom + 80;

/* The last of some elements in order that starts above a line: pages first, so that those not drawn are left alone. */
function last(all, above) {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all[middle].getBoundingClientRect().top <= above) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/* At the end of the page nothing moves up to the line: there it is what was gone to, or else the last. */
function atTheEnd() {
  if (!scrollY || scrollY + innerHeight < document.documentElement.scrollHeight - 2) return null;
  const goal = document.querySelector(":target");
  return named.get(goal?.id && goal.getBoundingClientRect().top > line() ? goal.id : "") ?? entries.at(-1);
}

function current() {
  const end = atTheEnd();
  if (end) return end;
  const above = line();
  const sheets = [...text().querySelectorAll(".sheet")];
  const at = last(sheets, above);
  for (let page = at; page >= 0; page -= 1) {
    const places = [...sheets[page].querySelectorAll("[id^=b]")].filter((place) => named.has(place.id));
    const found = page === at ? last(places, above) : places.length - 1;
    if (found >= 0) return named.get(places[found].id);
  }
  return entries[0] ?? null;
}

/* Of an entry that is folded away, the one that it is folded into. */
function unfolded(entry) {
  let shown = entry;
  for (let fold = entry?.closest("details"); fold; fold = fold.parentElement.closest("details")) {
    if (!fold.open) shown = fold.previousElementSibling;
  }
  return shown;
}

/* Moves the contents alone. */
function keepInView(entry) {
  const frame = contents.getBoundingClientRect();
  const box = entry.getBoundingClientRect();
  if (box.top < frame.top + 8 || box.bottom > frame.bottom - 8) contents.scrollTop += box.top - frame.top - frame.height / 3;
}

let marked = null;

function mark() {
  const entry = current();
  const shown = unfolded(entry);
  const here = text().querySelector("[data-here]");
  here.textContent = entry?.querySelector(".number")?.textContent ?? unfolded(entry)?.textContent ?? "";
  if (shown === marked) return;
  marked?.removeAttribute("aria-current");
  shown?.setAttribute("aria-current", "location");
  marked = shown;
  if (shown?.offsetParent) keepInView(shown);
}

let due = false;
function soon() {
  if (due) return;
  due = true;
  requestAnimationFrame(() => {
    due = false;
    mark();
  });
}
addEventListener("scroll", soon, { passive: true });
addEventListener("resize", soon, { passive: true });
contents.addEventListener("toggle", soon, true);
document.addEventListener("htmx:afterSettle", soon);
soon();

/* Folded away beside the text; on a narrow screen the contents lie over it. */
function fold(folded) {
  reading.classList.toggle("contents-folded", folded);
  const button = text().querySelector("[data-contents-fold]");
  button.hidden = false;
  button.setAttribute("aria-expanded", String(!folded));
}
const folded = () => reading.classList.contains("contents-folded");
fold(localStorage.getItem(FOLDED) === "folded");
document.addEventListener("htmx:afterSettle", () => fold(folded()));

/* The way back, to what was read before each step. */
const steps = [];
const back = () => text().querySelector("[data-way-back]");
const offer = () => { back().hidden = !steps.length; };
document.addEventListener("htmx:afterSettle", offer);

/* The block that is being read; none at the head of the page. */
function beingRead() {
  const sheet = text().querySelector(".sheet").getBoundingClientRect();
  return scrollY ? document.elementFromPoint(sheet.left + sheet.width / 2, line())?.closest(".sheet :is(p, h2, h3, h4, tr)") : null;
}

function goBack() {
  const place = steps.pop();
  offer();
  if (!place?.isConnected) return scrollTo({ top: 0, behavior: "instant" });
  goTo(place, place.matches("a") ? "center" : "start");
  if (place.matches("a")) place.focus({ preventScroll: true });
}

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-contents-fold]")) {
    fold(!folded());
    localStorage.setItem(FOLDED, folded() ? "folded" : "open");
    return;
  }
  if (event.target.closest("[data-way-back]")) return goBack();
  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
  const entry = event.target.closest("[data-contents] a");
  const link = entry ?? event.target.closest(".reference");
  if (!link) return;
  steps.push(entry ? beingRead() : link);
  const goal = document.getElementById(link.hash.slice(1));
  if (goal) setTimeout(() => goTo(goal, "start"));
  if (contents.matches(":popover-open")) contents.hidePopover();
  offer();
});
