/* Tick all of a page at once; without this script each is ticked by itself. */

const show = () => {
  document.querySelectorAll("[data-choose-all]").forEach((box) => {
    box.closest("label").hidden = false;
  });
};
document.addEventListener("change", (event) => {
  const all = event.target.closest("[data-choose-all]");
  if (!all) return;
  all.closest("form").querySelectorAll("input[name=obligation]").forEach((box) => {
    box.checked = all.checked;
  });
});
document.addEventListener("htmx:afterSettle", show);
show();
