/* What somebody had filled in when the session had ended, or the form was too old: back in the form after signing in again.

   Kept in this tab alone, for the same person, until the next page. Passwords, files and hidden fields are never kept. The
   pages on which one signs in, and that of a form that was too old, say that what was sent was refused. */

const KEY = "art28-unsent";
const NEVER = new Set(["hidden", "password", "file", "submit", "button", "image", "reset"]);

const user = document.querySelector("meta[name=art28-user]")?.content ?? "";
const here = location.pathname + location.search;
const forms = () => [...document.querySelectorAll("main form[method=post i]")];
const fields = (form) => [...form.elements].filter((each) => each.name && each.type && !NEVER.has(each.type));

function kept() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "null");
  } catch {
    return null;
  }
}

function keep(unsent) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(unsent));
  } catch {
    /* A browser that keeps nothing loses what it always lost. */
  }
}

const chosen = (field) =>
  field.type === "select-multiple" ? [...field.selectedOptions].map((each) => each.value) : field.value;

document.addEventListener("submit", (event) => {
  const number = forms().indexOf(event.target);
  if (number < 0 || !user) return;
  const values = fields(event.target).map((each) => [each.name, each.type, chosen(each), Boolean(each.checked)]);
  if (values.length) keep({ user, page: here, number, values, refused: false });
});

function fill(form, values) {
  const left = fields(form);
  for (const [name, type, value, checked] of values) {
    const ticked = type === "checkbox" || type === "radio";
    const at = left.findIndex((each) => each.name === name && each.type === type && (!ticked || each.value === value));
    if (at < 0) continue;
    const [field] = left.splice(at, 1);
    if (ticked) field.checked = checked;
    else if (type === "select-multiple") for (const each of field.options) each.selected = value.includes(each.value);
    else field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

const unsent = kept();
if (unsent && document.querySelector("[data-keeps-unsent]")) {
  keep({ ...unsent, refused: true });
} else if (unsent) {
  sessionStorage.removeItem(KEY);
  const form = forms()[unsent.number];
  const note = document.querySelector("#unsent-note");
  if (form && note && unsent.user === user && unsent.page === here && unsent.refused) {
    fill(form, unsent.values);
    form.before(note.content.cloneNode(true));
    form.previousElementSibling.scrollIntoView({ block: "center" });
  }
}
