import { COLUMNS, HEIGHT, ROWS } from "./paper.js";

const STEP = 1 / (2 * COLUMNS);
const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** Draws with the arrow keys and Space while the sheet has the focus. */
export function drawByKeyboard(canvas, sheet, drawing, pen, announcer) {
  const held = new Set();
  const cursor = { x: 0.5, y: HEIGHT / 4.5, isDown: false };

  function show() {
    sheet.cursor = { ...cursor };
  }

  function move(isFar) {
    const reach = isFar ? 4 * STEP : STEP;
    for (const key of held) {
      cursor.x = Math.min(1, Math.max(0, cursor.x + DIRECTIONS[key][0] * reach));
      cursor.y = Math.min(HEIGHT, Math.max(0, cursor.y + DIRECTIONS[key][1] * reach));
    }
    if (cursor.isDown)
      drawing.extend([{ x: cursor.x, y: cursor.y }]);
    show();
  }

  function put(isDown) {
    if (cursor.isDown === isDown)
      return;
    cursor.isDown = isDown;
    if (isDown)
      drawing.begin({ x: cursor.x, y: cursor.y }, pen.width);
    else
      drawing.end();
    show();
    const [column, row] = [[cursor.x, COLUMNS], [cursor.y, ROWS]].map(([at, most]) => Math.min(most, 1 + Math.floor(Math.round(at / STEP) / 2)));
    announcer.say(`Pen ${isDown ? "down" : "up"}, column ${column}, row ${row}`);
  }

  canvas.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey)
      return;
    if (event.key in DIRECTIONS) {
      held.add(event.key);
      move(event.shiftKey);
    } else if ((event.key === " " || event.key === "Enter") && !event.repeat) {
      put(!cursor.isDown);
    } else if (event.key === "Escape") {
      put(false);
    } else if (event.key === "Delete" || event.key === "Backspace") {
      put(false);
      drawing.clear();
    } else if (event.key !== " " && event.key !== "Enter") {
      return;
    }
    event.preventDefault();
  });

  canvas.addEventListener("keyup", event => held.delete(event.key));
  canvas.addEventListener("focus", () => canvas.matches(":focus-visible") && show());
  canvas.addEventListener("pointerdown", () => {
    cursor.isDown = false;
    sheet.cursor = null;
  });
  canvas.addEventListener("blur", () => {
    held.clear();
    put(false);
    sheet.cursor = null;
  });
  drawing.addEventListener("settle", () => {
    if (cursor.isDown) {
      cursor.isDown = false;
      show();
    }
  });
}
