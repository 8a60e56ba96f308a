/* An agreement beside its text: a line of the panel lights its passages, a passage finds its line, keys go through them.
   Without this module each line is a link that loads the page with its passage lit. */

import { goTo } from "./scrolling.js";

const panel = () => document.querySelector("[data-panel]");
const lines = () => [...panel().querySelectorAll("[data-line]")].filter((line) => line.offsetParent !== null);
const active = () => panel().querySelector(".line.active");
const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/* Scrolls the panel alone, so that the page stays where it is. */
function reveal(line, { middle = false } = {}) {
  const body = line.closest(".panel-body");
  const frame = body.getBoundingClientRect();
  const box = line.getBoundingClientRect();
  const head = 44;
  if (!middle && box.top >= frame.top + head && box.bottom <= frame.bottom) return;
  const top = body.scrollTop + box.top - frame.top - (middle ? frame.height / 3 : box.top < frame.top + head ? head : Math.max(head, frame.height - box.height));
  body.scrollTo({ top, behavior: calm() || middle ? "auto" : "smooth" });
}

/* A passage close by glides into view; one far off is there at once, since pages not yet drawn would move the goal. */
function bring(passage, atOnce) {
  const far = Math.abs(passage.getBoundingClientRect().top) > 2 * innerHeight;
  if (atOnce || far) goTo(passage, "center");
  else passage.scrollIntoView({ block: "center", behavior: "smooth" });
}

function light(of, { scroll = true, atOnce = false } = {}) {
  document.querySelectorAll("mark.lit").forEach((mark) => mark.classList.remove("lit"));
  const passages = [...document.querySelectorAll("mark[data-of]")].filter((mark) => mark.dataset.of.split(" ").includes(of));
  passages.forEach((mark) => mark.classList.add("lit"));
  if (scroll && passages.length) bring(passages[0], atOnce || calm());
}

function choose(line, { scroll = true } = {}) {
  const before = active();
  if (before && before !== line) before.classList.remove("active");
  line.classList.add("active");
  line.closest("details")?.setAttribute("open", "");
  fold(true);
  reveal(line);
  light(line.dataset.line, { scroll });
  const address = new URL(line.querySelector(".line-link").href);
  address.hash = "";
  history.replaceState(history.state, "", address);
}

function step(by) {
  const all = lines();
  if (!all.length) return;
  const at = all.indexOf(active());
  choose(all[Math.min(Math.max(at + by, 0), all.length - 1)]);
}

async function find(of) {
  const tab = { fact: "facts", duty: "duties", finding: "findings", requirement: "findings" }[of.split(":")[0]];
  const link = panel().querySelector(`.tabs a[href="?tab=${tab}"]`);
  if (!link.hasAttribute("aria-current")) {
    await htmx.ajax("GET", `?tab=${tab}`, { target: "#panel", swap: "outerHTML" });
    history.replaceState(history.state, "", `?tab=${tab}`);
  }
  const line = panel().querySelector(`[data-line="${CSS.escape(of)}"]`);
  if (line) choose(line, { scroll: false });
}

document.addEventListener("click", (event) => {
  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
  const link = event.target.closest(".line-link");
  if (link) {
    event.preventDefault();
    choose(link.closest("[data-line]"));
    return;
  }
  const mark = event.target.closest("mark[data-of]");
  if (mark && !event.target.closest(".reference") && !String(getSelection())) {
    const names = mark.dataset.of.split(" ");
    if (names.includes(active()?.dataset.line)) return; /* chosen already, perhaps to select from */
    const here = names.find((name) => panel().querySelector(`[data-line="${CSS.escape(name)}"]`));
    find(here ?? names[0]);
  }
});

/* The other keys are those of the chosen line; see keys.js. */
const KEYS = { j: () => step(1), k: () => step(-1) };

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || !panel()) return;
  if (document.documentElement.classList.contains("keys-off") || document.querySelector("dialog[open]")) return;
  if (!KEYS[event.key] || event.target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]")) return;
  event.preventDefault();
  KEYS[event.key]();
});

/* On a narrow screen the panel folds to the chosen line, so that the document is read. */
const aside = () => document.querySelector("aside.panel");

function fold(folded) {
  aside().classList.toggle("folded", folded);
  document.querySelectorAll("[data-fold]").forEach((button) => {
    button.hidden = false;
    button.setAttribute("aria-expanded", String(!folded));
  });
}

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-fold]")) fold(!aside().classList.contains("folded"));
  else if (event.target.closest(".panel .tabs a")) fold(false);
});
document.addEventListener("htmx:afterSettle", () => fold(aside().classList.contains("folded")));
fold(true);

/* After a decision: on to the next line that is still open. */
document.addEventListener("factdecided", (event) => {
  const all = lines();
  const line = document.getElementById(event.target.id) ?? active();
  const at = all.indexOf(line);
  const next = all.slice(at + 1).find((each) => each.classList.contains("open"));
  if (next) choose(next);
});

/* A form that opened takes the focus. */
document.addEventListener("htmx:afterSettle", (event) => {
  const form = event.target.querySelector?.(".fact-form") ?? (event.target.matches?.(".fact-form") ? event.target : null);
  form?.querySelector("input:not([type=hidden]), select, textarea")?.focus();
});

/* A text that was searched has come anew: what was lit in it stays so. */
document.addEventListener("htmx:afterSettle", (event) => {
  if (event.target.id === "text" && active()) light(active().dataset.line, { scroll: false });
});

const start = active();
if (start) {
  reveal(start, { middle: true });
  light(start.dataset.line, { atOnce: true });
}
