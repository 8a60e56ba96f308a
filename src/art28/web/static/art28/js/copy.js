/* Copies an answer; without script the text can be selected, so these buttons are hidden until now. */

function offer() {
  document.querySelectorAll("[data-print][hidden]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  });
  document.querySelectorAll("[data-copy][hidden]").forEach((button) => {
    const source = document.getElementById(button.dataset.copy);
    if (!source || !navigator.clipboard) return;
    button.hidden = false;
    const label = button.querySelector("span");
    const words = label.textContent;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(source.innerText.trim());
      label.textContent = button.dataset.copied;
      window.setTimeout(() => { label.textContent = words; }, 2000);
    });
  });
}

offer();
document.addEventListener("htmx:afterSettle", offer);
