// Choosing a copy that was signed with a key of one's own says in which way one signs.
const copy = document.querySelector("[data-copy]");
copy?.addEventListener("change", () => {
  copy.form.elements.way.value = "key";
});

// A signature drawn with a finger, pen or mouse: strokes of whole numbers, kept in the form. Without this script one types it.
const pad = document.querySelector("[data-pad]");
if (pad) {
  const form = pad.closest("form");
  const kept = form.elements.strokes;
  const pen = pad.getContext("2d");
  const strokes = [];
  let stroke = null;
  form.querySelector("[data-draw]").hidden = false;
  pen.lineWidth = 3;
  pen.lineCap = pen.lineJoin = "round";
  pen.strokeStyle = "#1d3a6b";

  const place = (event) => {
    const box = pad.getBoundingClientRect();
    const within = (value, most) => Math.max(0, Math.min(most, Math.round(value)));
    return [
      within(((event.clientX - box.left) / box.width) * pad.width, pad.width),
      within(((event.clientY - box.top) / box.height) * pad.height, pad.height),
    ];
  };
  pad.addEventListener("pointerdown", (event) => {
    pad.setPointerCapture(event.pointerId);
    stroke = place(event);
    strokes.push(stroke);
    pen.beginPath();
    pen.moveTo(stroke[0], stroke[1]);
    form.elements.way.value = "drawn";
  });
  pad.addEventListener("pointermove", (event) => {
    if (!stroke) return;
    const [x, y] = place(event);
    stroke.push(x, y);
    pen.lineTo(x, y);
    pen.stroke();
  });
  const lift = () => {
    stroke = null;
    kept.value = JSON.stringify(strokes);
  };
  pad.addEventListener("pointerup", lift);
  pad.addEventListener("pointercancel", lift);
  form.querySelector("[data-clear]").addEventListener("click", () => {
    strokes.length = 0;
    pen.clearRect(0, 0, pad.width, pad.height);
    kept.value = "";
    form.elements.way.value = "typed";
  });
}
