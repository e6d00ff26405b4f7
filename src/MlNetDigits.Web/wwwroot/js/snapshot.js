import { render } from "./ink.js";
import { HEIGHT } from "./paper.js";

const SIDE = 672;
const canvas = document.createElement("canvas");
canvas.width = SIDE;
canvas.height = SIDE * HEIGHT;
const context = canvas.getContext("2d");

/** Takes a picture of the sheet as it looks, without its squares; an opened picture goes as its own file. */
export function snapshot(drawing, colours) {
  if (drawing.picture)
    return Promise.resolve(drawing.picture.file);
  context.fillStyle = colours.sheet;
  context.fillRect(0, 0, SIDE, SIDE * HEIGHT);
  render(context, drawing, SIDE, colours.ink);
  return new Promise(resolve => canvas.toBlob(resolve, "image/png"));
}
