/** Draws what is on a sheet into a square of a canvas. */
export function render(context, drawing, side, ink) {
  const { picture } = drawing;
  if (picture?.bitmap) {
    const { width, height } = picture.bitmap;
    const scale = side / Math.max(width, height);
    context.drawImage(picture.bitmap, (side - width * scale) / 2, (side - height * scale) / 2, width * scale, height * scale);
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
