import { fit } from "./paper.js";

/** Draws what is on a sheet into a canvas whose width is the side. */
export function render(context, drawing, side, ink) {
  const { picture } = drawing;
  if (picture?.bitmap) {
    const { width, height } = picture.bitmap;
    const { left, top, scale } = fit(picture.bitmap);
    context.drawImage(picture.bitmap, left * side, top * side, width * scale * side, height * scale * side);
    return;
  }

  context.strokeStyle = context.fillStyle = ink;
  context.lineCap = context.lineJoin = "round";
  for (const stroke of picture ? [] : drawing.strokes)
    trace(context, stroke, side);
}

/** Draws a round stroke that passes through the middle between each two points. */
function trace(context, { points, width }, side) {
  context.lineWidth = width * side;
  context.beginPath();
  if (points.length === 1) {
    context.arc(points[0].x * side, points[0].y * side, (width * side) / 2, 0, 2 * Math.PI);
    context.fill();
    return;
  }

  context.moveTo(points[0].x * side, points[0].y * side);
  for (let i = 1; i < points.length - 1; i++) {
    const [a, b] = [points[i], points[i + 1]];
    context.quadraticCurveTo(a.x * side, a.y * side, ((a.x + b.x) / 2) * side, ((a.y + b.y) / 2) * side);
  }
  const last = points[points.length - 1];
  context.lineTo(last.x * side, last.y * side);
  context.stroke();
}
