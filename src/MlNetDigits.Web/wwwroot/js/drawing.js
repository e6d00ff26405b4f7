const EMPTY = Object.freeze({ strokes: Object.freeze([]), picture: null });

/**
 * What is on the sheet, with undo and redo: strokes, or a picture. Coordinates go from 0 to 1.
 * A "change" event tells of each new point, a "settle" event of each finished step.
 */
export class Drawing extends EventTarget {
  #past = [];
  #present = EMPTY;
  #future = [];
  #live = null;

  get strokes() {
    return this.#live ? [...this.#present.strokes, this.#live] : this.#present.strokes;
  }

  /** The picture on the sheet, or null; a stroke puts it away. */
  get picture() {
    return this.#live ? null : this.#present.picture;
  }

  /** Whether a stroke is under way. */
  get isLive() {
    return this.#live !== null;
  }

  get isBlank() {
    return this.strokes.length === 0 && !this.picture;
  }

  get canUndo() {
    return this.#past.length > 0 || this.#live !== null;
  }

  get canRedo() {
    return this.#future.length > 0;
  }

  begin(point, width) {
    this.end();
    this.#live = { width, points: [point] };
    this.#tell("change");
  }

  extend(points) {
    if (!this.#live || points.length === 0)
      return;
    this.#live.points.push(...points);
    this.#tell("change");
  }

  end() {
    if (!this.#live)
      return;
    const stroke = this.#live;
    this.#live = null;
    this.#become({ strokes: [...(this.#present.picture ? [] : this.#present.strokes), stroke], picture: null });
  }

  use(picture) {
    this.end();
    this.#become({ strokes: [], picture });
  }

  clear() {
    this.end();
    if (!this.isBlank)
      this.#become(EMPTY);
  }

  undo() {
    this.end();
    this.#step(this.#past, this.#future);
  }

  redo() {
    this.end();
    this.#step(this.#future, this.#past);
  }

  #become(state) {
    this.#past.push(this.#present);
    this.#future = [];
    this.#present = state;
    this.#tell("change");
    this.#tell("settle");
  }

  #step(from, to) {
    if (from.length === 0)
      return;
    to.push(this.#present);
    this.#present = from.pop();
    this.#tell("change");
    this.#tell("settle");
  }

  #tell(what) {
    this.dispatchEvent(new Event(what));
  }
}
