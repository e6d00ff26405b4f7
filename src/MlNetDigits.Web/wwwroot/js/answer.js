import { label, write } from "./glyphs.js";
import { article, certainty, percent } from "./words.js";

const DIGITS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/** One model's answer: the written digit, its certainty, and ten bars. */
export class AnswerView {
  #parts;
  #bars;
  #digit;

  constructor(template) {
    this.element = template.content.firstElementChild.cloneNode(true);
    this.#parts = Object.fromEntries([...this.element.querySelectorAll("[data-part]")].map(part => [part.dataset.part, part]));
    this.#bars = DIGITS.map(makeBar);
    this.#parts.bars.append(...this.#bars.map(bar => bar.row));
    this.show(null);
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

  /** Shows an answer of the service, or none for null. */
  show(answer, words = "") {
    const { glyph } = this.#parts;
    this.element.classList.toggle("answer--empty", !answer);
    this.#parts.words.textContent = answer ? `It is ${article(answer.digit)}.` : words;
    this.#parts.confidence.textContent = answer ? `${certainty(answer.confidence)}, ${percent(answer.confidence)}` : "";
    glyph.setAttribute("aria-label", answer ? `Answer: ${answer.digit}` : "No answer yet");
    if (this.#digit !== (answer?.digit ?? null)) {
      this.#digit = answer?.digit ?? null;
      write(glyph, this.#digit);
    }
    this.#bars.forEach((bar, digit) => {
      const probability = answer?.probabilities[digit] ?? 0;
      bar.fill.style.setProperty("--share", probability.toFixed(4));
      bar.value.textContent = answer ? percent(probability) : "";
      bar.row.classList.toggle("bar--first", answer?.digit === digit);
    });
  }
}

function makeBar(digit) {
  const row = document.createElement("li");
  row.className = "bar";
  const name = document.createElement("span");
  name.className = "bar__digit";
  name.append(label(digit), Object.assign(document.createElement("span"), { className: "unseen", textContent: `${digit}: ` }));
  const track = document.createElement("span");
  track.className = "bar__track";
  track.setAttribute("aria-hidden", "true");
  const fill = document.createElement("span");
  fill.className = "bar__fill";
  track.append(fill);
  const value = document.createElement("span");
  value.className = "bar__value";
  row.append(name, track, value);
  return { row, fill, value };
}
