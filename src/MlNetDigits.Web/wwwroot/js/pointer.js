const SHORTEST_STEP = 0.002;

/** Draws with mouse, finger or pen: one at a time, whatever the pressure. */
export function drawByPointer(canvas, drawing, pen) {
  let active = null;
  let last = null;

  function place(event) {
    const box = canvas.getBoundingClientRect();
    return { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.width };
  }

  function isStep(point) {
    const moved = Math.hypot(point.x - last.x, point.y - last.y) >= SHORTEST_STEP;
    if (moved)
      last = point;
    return moved;
  }

  canvas.addEventListener("pointerdown", event => {
    if (active !== null || event.button !== 0)
      return;
    active = event.pointerId;
    canvas.setPointerCapture(active);
    last = place(event);
    drawing.begin(last, pen.width);
  });

  canvas.addEventListener("pointermove", event => {
    if (event.pointerId !== active)
      return;
    const coalesced = event.getCoalescedEvents?.() ?? [];
    drawing.extend((coalesced.length > 0 ? coalesced : [event]).map(place).filter(isStep));
  });

  for (const end of ["pointerup", "pointercancel", "lostpointercapture"]) {
    canvas.addEventListener(end, event => {
      if (event.pointerId !== active)
        return;
      active = null;
      drawing.end();
    });
  }
}
