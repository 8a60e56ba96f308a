/* Keys in the list: j and k go down and up, Enter opens, s marks as seen. Without it every line has its link and button. */
import { on } from "./keys.js";

const TYPING = "input, textarea, select, [contenteditable]";
const rows = () => [...document.querySelectorAll("[data-rows] > li")];
const active = () => document.querySelector("[data-rows] > li.active");

function choose(row) {
  active()?.classList.remove("active");
  row.classList.add("active");
  const link = row.querySelector("[data-open]");
  link.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

document.addEventListener("keydown", (event) => {
  if (!on() || event.metaKey || event.ctrlKey || event.altKey || event.target.closest(TYPING)) return;
  const all = rows();
  const at = all.indexOf(active());
  if (event.key === "j" && all.length) choose(all[Math.min(at + 1, all.length - 1)]);
  else if (event.key === "k" && all.length) choose(all[Math.max(at - 1, 0)]);
  else if (event.key === "s") active()?.querySelector("[data-see]")?.click();
});
