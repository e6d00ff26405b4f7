import { write } from "./glyphs.js";
import { certainty, digitsOf, percent, SURE } from "./words.js";

// More digits are told as text alone.
const MOST_CELLS = 24;

// Another digit or text of a lesser share is not worth a word.
const LEAST_SHARE = 0.01;
const MOST_OTHERS = 3;

/** What one model reads where there are several digits: each as written, how sure it is, and what it could be else. */
export class NumberView {
  #parts;
  #lines = [];

  constructor(template) {
    this.element = template.content.firstElementChild.cloneNode(true);
    this.#parts = Object.fromEntries([...this.element.querySelectorAll("[data-part]")].map(part => [part.dataset.part, part]));
  }

  /** Names the model; a page with one shows no name. */
  describe(name, isNamed) {
    this.#parts.model.textContent = name;
    this.#parts.model.hidden = !isNamed;
  }

  /** Shows what is known of the model. */
  note(facts) {
    this.#parts.facts.textContent = facts;
  }

  /** Shows a reading of the service, or words in its place. */
  show(reading, words = "") {
    const lines = reading?.lines ?? [];
    const count = reading ? digitsOf(reading).length : 0;
    const isPlain = count > MOST_CELLS;
    this.#parts.words.textContent = lines.length === 1 ? `It is ${lines[0].text}.` : lines.length > 1 ? `${count} digits in ${lines.length} lines.` : words;
    this.#parts.confidence.textContent = lines.length === 1 ? sureness(lines[0]) : "";
    while (this.#lines.length < lines.length)
      this.#lines.push(makeLine());
    this.#parts.lines.replaceChildren(...lines.map((line, i) => {
      this.#lines[i].show(line, { isPlain, isAlone: lines.length === 1, index: i });
      return this.#lines[i].element;
    }));
    this.#parts.lines.classList.toggle("lines--plain", isPlain);
  }
}

function sureness(line) {
  return `${certainty(line.confidence)}, ${percent(line.confidence)}`;
}

function makeLine() {
  const element = document.createElement("section");
  element.className = "line";
  const cells = document.createElement("ol");
  cells.className = "line__digits";
  const words = Object.assign(document.createElement("p"), { className: "line__words" });
  const others = Object.assign(document.createElement("p"), { className: "line__others" });
  element.append(words, cells, others);
  const made = [];
  const show = (line, { isPlain, isAlone, index }) => {
    const digits = isPlain ? [] : line.digits;
    while (made.length < digits.length)
      made.push(makeCell());
    digits.forEach((digit, i) => made[i].show(digit));
    cells.replaceChildren(...digits.map((_, i) => made[i].element));
    cells.hidden = isPlain;
    cells.setAttribute("aria-label", isAlone ? "Digits" : `Digits of line ${index + 1}`);
    element.classList.toggle("line--small", !isAlone || line.digits.length > 5);
    words.hidden = isAlone && !isPlain;
    words.replaceChildren(Object.assign(document.createElement("strong"), { textContent: line.text }), ` ${isAlone ? "" : percent(line.confidence)}`);
    const alternatives = line.alternatives.filter(({ text, probability }) => text !== "" && probability >= LEAST_SHARE).slice(0, isPlain ? 1 : MOST_OTHERS);
    others.hidden = alternatives.length === 0;
    others.textContent = `Or ${alternatives.map(({ text, probability }) => `${text}, ${percent(probability)}`).join(" · ")}`;
  };
  return { element, show };
}

function makeCell() {
  const element = document.createElement("li");
  element.className = "cell";
  const glyph = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  glyph.setAttribute("viewBox", "0 0 100 140");
  glyph.setAttribute("class", "glyph cell__glyph");
  glyph.setAttribute("aria-hidden", "true");
  const name = Object.assign(document.createElement("span"), { className: "unseen" });
  const track = Object.assign(document.createElement("span"), { className: "bar__track cell__track" });
  track.setAttribute("aria-hidden", "true");
  const fill = Object.assign(document.createElement("span"), { className: "bar__fill" });
  track.append(fill);
  const value = Object.assign(document.createElement("span"), { className: "cell__value" });
  const other = Object.assign(document.createElement("span"), { className: "cell__other" });
  element.append(glyph, name, track, value, other);
  let written = null;
  const show = ({ digit, confidence, scores }) => {
    if (written !== digit)
      write(glyph, String(digit));
    written = digit;
    name.textContent = `${digit}: `;
    element.classList.toggle("cell--doubtful", confidence < SURE);
    fill.style.setProperty("--share", confidence.toFixed(4));
    value.textContent = percent(confidence);
    const next = scores.map((score, i) => [score, i]).filter(([, i]) => i !== digit).sort(([a], [b]) => b - a)[0];
    other.textContent = next[0] >= LEAST_SHARE ? `or ${next[1]}, ${percent(next[0], 0)}` : "";
  };
  return { element, show };
}
