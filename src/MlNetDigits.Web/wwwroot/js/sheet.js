import { render } from "./ink.js";
import { COLUMNS, HEIGHT, ROWS } from "./paper.js";

const MARGIN = 3;

/** Shows a drawing on squared paper, sharp on any screen. */
export class Sheet {
  #canvas;
  #context;
  #drawing;
  #colours;
  #cursor = null;
  #frame = 0;

  constructor(canvas, drawing, theme) {
    this.#canvas = canvas;
    this.#context = canvas.getContext("2d");
    this.#drawing = drawing;
    this.#colours = () => theme.colours;
    new ResizeObserver(() => this.refresh()).observe(canvas);
    drawing.addEventListener("change", () => this.refresh());
    theme.addEventListener("change", () => this.refresh());
  }

  /** Where the keyboard's pen is, as { x, y, isDown }, or null to hide it. */
  set cursor(cursor) {
    this.#cursor = cursor;
    this.refresh();
  }

  refresh() {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#paint();
    });
  }

  #paint() {
    const side = Math.round(this.#canvas.clientWidth * devicePixelRatio);
    if (side === 0)
      return;
    if (this.#canvas.width !== side) {
      this.#canvas.width = side;
      this.#canvas.height = Math.round(side * HEIGHT);
    }
    const colours = this.#colours();
    this.#context.fillStyle = colours.sheet;
    this.#context.fillRect(0, 0, side, this.#canvas.height);
    this.#rule(side, colours);
    render(this.#context, this.#drawing, side, colours.ink);
    if (this.#cursor)
      this.#point(side, colours);
  }

  #rule(side, colours) {
    const thickness = Math.max(1, Math.round(devicePixelRatio / 2));
    const { height } = this.#canvas;
    const at = square => Math.round((side * square) / COLUMNS);
    this.#context.fillStyle = colours.grid;
    for (let row = 1; row < ROWS; row++)
      this.#context.fillRect(0, at(row), side, thickness);
    for (let column = 1; column < COLUMNS; column++)
      this.#context.fillRect(at(column), 0, thickness, height);
    this.#context.fillStyle = colours.margin;
    this.#context.fillRect(at(MARGIN), 0, thickness, height);
  }

  #point(side, colours) {
    const { x, y, isDown } = this.#cursor;
    const context = this.#context;
    const radius = side / (isDown ? 45 : 28);
    context.lineWidth = Math.max(2, side / 180);
    context.strokeStyle = colours.mark;
    context.beginPath();
    context.arc(x * side, y * side, radius, 0, 2 * Math.PI);
    for (const [dx, dy] of [[1, 0], [-1, 0], [0, 1], [0, -1]]) {
      context.moveTo(x * side + dx * radius, y * side + dy * radius);
      context.lineTo(x * side + dx * radius * 1.7, y * side + dy * radius * 1.7);
    }
    context.stroke();
  }
}
