/* Going to a place in a text. Pages are drawn as they come near, and move what stands below them: while they do, the place is
   held where it was brought, unless the reader scrolls. */

const FRAMES = 20;
let held = null;

export function goTo(place, block) {
  place.scrollIntoView({ block, behavior: "instant" });
  held = { place, block, top: place.getBoundingClientRect().top, frames: FRAMES };
  requestAnimationFrame(hold);
}

function hold() {
  if (!held) return;
  if (Math.abs(held.place.getBoundingClientRect().top - held.top) > 2) {
    held.place.scrollIntoView({ block: held.block, behavior: "instant" });
    held.top = held.place.getBoundingClientRect().top;
  }
  held.frames -= 1;
  if (held.frames > 0) requestAnimationFrame(hold);
  else held = null;
}

for (const kind of ["wheel", "touchmove", "pointerdown"]) addEventListener(kind, () => { held = null; }, { passive: true });
