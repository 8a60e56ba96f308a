/* Counts down to an instant, second by second; without it the page says what was left when it was drawn. */
const show = () => {
  document.querySelectorAll("[data-until]").forEach((place) => {
    const left = Math.max(0, Math.round((Date.parse(place.dataset.until) - Date.now()) / 1000));
    const [hours, minutes, seconds] = [Math.floor(left / 3600), Math.floor((left % 3600) / 60), left % 60];
    const two = (number) => String(number).padStart(2, "0");
    place.textContent = left ? (hours ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`) : place.dataset.now;
  });
};
setInterval(show, 1000);
document.addEventListener("htmx:afterSettle", show);
show();
