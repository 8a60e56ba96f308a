/* Pointing at a passage. A selection in the document goes into the open form, with the edges as the page counts them (UTF-16,
   from the start of a piece); the server turns them into its own. Without a form, a button opens one for the chosen fact.
   By keyboard: p starts at the passage that is lit, arrows move and stretch it, Enter takes it. */

const LONGEST = 4000;
const paper = () => document.querySelector("[data-document]");
const field = () => document.querySelector("[data-fact-form] [data-passage]");
const announce = (text) => { const place = document.querySelector("[data-announce]"); if (place) place.textContent = text; };

/* An edge of a range as "AT:UNITS"; an edge between elements is that of the nearest piece of text. */
function mark(node, offset, forward) {
  if (node.nodeType !== Node.TEXT_NODE) {
    const pieces = [...paper().querySelectorAll("[data-at]")];
    const edge = document.createRange();
    edge.setStart(node, offset);
    const after = (piece) => edge.comparePoint(piece, 0) >= 0;
    const piece = forward ? pieces.find(after) : pieces.filter((each) => !after(each)).at(-1);
    return piece ? `${piece.dataset.at}:${forward ? 0 : piece.textContent.length}` : "";
  }
  const piece = node.parentElement.closest("[data-at]");
  return piece ? `${piece.dataset.at}:${offset}` : "";
}

function selected() {
  const selection = getSelection();
  const home = paper();
  if (!home || !selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!home.contains(range.commonAncestorContainer)) return null;
  const text = selection.toString().replace(/\s+/g, " ").trim();
  const start = mark(range.startContainer, range.startOffset, true);
  const end = mark(range.endContainer, range.endOffset, false);
  return text && text.length <= LONGEST && start && end ? { text, marks: `${start}-${end}` } : null;
}

function fill(passage) {
  const place = field();
  if (!place || !passage) return false;
  place.value = passage.text;
  place.form.querySelector("[data-marks]").value = passage.marks;
  announce(passage.text);
  return true;
}

/* What is typed or pasted over the passage stands by itself: the edges no longer fit it. */
document.addEventListener("input", (event) => {
  if (event.target.matches("[data-passage]")) event.target.form.querySelector("[data-marks]").value = "";
});

let waiting = null;
let button = null;

function offer(passage) {
  button?.remove();
  const opener = document.querySelector(".line.active [data-key=e], .work [data-key=e]");
  const dialog = document.getElementById("keys-help");
  if (!passage || !opener || !dialog) return;
  button = document.createElement("button");
  button.type = "button";
  button.className = "button small primary use-passage";
  button.textContent = dialog.dataset.use;
  const box = getSelection().getRangeAt(0).getBoundingClientRect();
  button.style.left = `${Math.max(8, Math.min(box.left + scrollX, innerWidth - 260))}px`;
  button.style.top = `${box.bottom + scrollY + 6}px`;
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", () => {
    waiting = passage;
    button.remove();
    opener.click();
  });
  document.body.append(button);
}

document.addEventListener("mouseup", (event) => {
  if (event.target.closest(".use-passage")) return;
  setTimeout(() => {
    const passage = selected();
    if (!fill(passage)) offer(passage);
  });
});
document.addEventListener("htmx:afterSettle", () => {
  if (waiting && fill(waiting)) waiting = null;
  button?.remove();
});

/* By keyboard. */
let pointing = false;

function blocks() {
  return [...paper().querySelectorAll(":is(p, h2, h3, h4, td):has([data-at])")];
}

function take(range) {
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
  range.startContainer.parentElement?.scrollIntoView({ block: "nearest" });
  announce(selection.toString().replace(/\s+/g, " ").trim());
}

function whole(element) {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range;
}

function begin() {
  const lit = paper()?.querySelector("mark.lit") ?? blocks()[0];
  if (!lit) return;
  pointing = true;
  paper().classList.add("pointing");
  document.activeElement?.blur?.();
  take(whole(lit));
}

function end() {
  pointing = false;
  paper()?.classList.remove("pointing");
}

function toBlock(by) {
  const here = getSelection().getRangeAt(0).startContainer.parentElement.closest("p, h2, h3, h4, td");
  const all = blocks();
  const next = all[Math.min(Math.max(all.indexOf(here) + by, 0), all.length - 1)];
  if (next) take(whole(next));
}

function stretch(event) {
  const selection = getSelection();
  const direction = event.key === "ArrowRight" ? "forward" : "backward";
  const range = selection.getRangeAt(0);
  /* Shift moves the start, otherwise the end moves. */
  if (event.shiftKey) selection.setBaseAndExtent(range.endContainer, range.endOffset, range.startContainer, range.startOffset);
  else selection.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
  selection.modify("extend", direction, "word");
  announce(selection.toString().replace(/\s+/g, " ").trim());
}

document.addEventListener("keydown", (event) => {
  if (event.metaKey || event.ctrlKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (!pointing) {
    const off = document.documentElement.classList.contains("keys-off");
    const typing = event.target.closest("input:not([type=checkbox], [type=radio]), textarea, select");
    if (event.key !== "p" || off || typing || !document.querySelector(".line.active [data-key=e], .work [data-key=e], [data-fact-form]")) return;
    event.preventDefault();
    begin();
    return;
  }
  const acts = {
    Escape: end,
    Enter: () => {
      const passage = selected();
      end();
      if (passage && !fill(passage)) {
        waiting = passage;
        document.querySelector(".line.active [data-key=e], .work [data-key=e]")?.click();
      } else field()?.form.querySelector("input:not([type=hidden]), select, textarea")?.focus();
    },
    ArrowDown: () => toBlock(1),
    ArrowUp: () => toBlock(-1),
    ArrowRight: () => stretch(event),
    ArrowLeft: () => stretch(event),
  };
  if (!acts[event.key]) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  acts[event.key]();
}, true);
