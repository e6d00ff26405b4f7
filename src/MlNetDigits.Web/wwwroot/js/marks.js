import { fit, HEIGHT } from "./paper.js";
import { digitsOf, percent, SURE } from "./words.js";

// Boxes narrower than this share of the sheet have no room for words.
const NARROW = 0.055;
const MOST_NARROW = 3;

/** Boxes on the sheet around what was read, each with its digit and how sure that is. */
export class Marks {
  #root;

  constructor(root) {
    this.#root = root;
  }

  /** Shows the boxes of a reading, or none for null. */
  show(reading) {
    const digits = reading ? digitsOf(reading) : [];
    const place = reading && fit(reading);
    const isNarrow = length => length * place.scale < NARROW;
    this.#root.classList.toggle("marks--dense", digits.some(({ box }) => isNarrow(box.height)) || digits.filter(({ box }) => isNarrow(box.width)).length > MOST_NARROW);
    this.#root.replaceChildren(
      ...digits.map(({ digit, confidence, box }) => mark(box, place, confidence < SURE ? "mark mark--doubtful" : "mark", String(digit), percent(confidence, 0))),
      ...(reading?.others ?? []).map(box => mark(box, place, "mark mark--other")));
  }
}

function mark({ x, y, width, height }, { left, top, scale }, className, digit, confidence) {
  const element = document.createElement("span");
  element.className = className;
  const shares = { left: left + x * scale, top: (top + y * scale) / HEIGHT, width: width * scale, height: (height * scale) / HEIGHT };
  for (const [side, share] of Object.entries(shares))
    element.style.setProperty(side, `${(100 * share).toFixed(2)}%`);
  if (digit !== undefined) {
    const label = Object.assign(document.createElement("span"), { className: "mark__label" });
    label.append(Object.assign(document.createElement("b"), { textContent: digit }), ` ${confidence}`);
    element.append(label);
  }
  return element;
}
