/* Dropping files on the form, and naming what was chosen. The plain file field works without this module. */

const form = document.querySelector("[data-drop]");
const field = form.querySelector("input[type=file]");
const zone = form.querySelector(".drop");
const chosen = form.querySelector("[data-chosen]");

form.querySelector("[data-drop-hint]").hidden = false;
form.classList.add("enhanced");
zone.addEventListener("click", (event) => {
  if (event.target === zone) field.click();
});

function show() {
  chosen.replaceChildren(
    ...[...field.files].map((file) => {
      const item = document.createElement("li");
      const size = document.createElement("span");
      item.append(file.name);
      size.className = "figure";
      size.textContent = `${(file.size / 1024).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 0 })} kB`;
      item.append(size);
      return item;
    }),
  );
  chosen.hidden = !field.files.length;
}

field.addEventListener("change", show);
show(); // what was chosen before this module ran, or kept by the browser on the way back
for (const name of ["dragenter", "dragover"]) {
  zone.addEventListener(name, (event) => {
    event.preventDefault();
    zone.classList.add("over");
  });
}
zone.addEventListener("dragleave", () => zone.classList.remove("over"));
zone.addEventListener("drop", (event) => {
  event.preventDefault();
  zone.classList.remove("over");
  if (event.dataTransfer.files.length) {
    field.files = event.dataTransfer.files;
    show();
  }
});
