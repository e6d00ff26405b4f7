import { label, strikeOut, write } from "./glyphs.js";
import { article, certainty, digitOf, percent, refusal } from "./words.js";

const MOST_BARS = 10;
const REFUSED = Symbol("refused");
const DIGITS = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

/** One model's answer: the written class, its certainty, and a bar for each class. */
export class AnswerView {
  #parts;
  #classes = [];
  #order = [];
  #bars = [];
  #said = null;
  #answer = null;

  constructor(template) {
    this.element = template.content.firstElementChild.cloneNode(true);
    this.#parts = Object.fromEntries([...this.element.querySelectorAll("[data-part]")].map(part => [part.dataset.part, part]));
    this.classes = DIGITS;
  }

  /** Names of the model's classes; a model of many classes has bars for the likeliest alone. */
  set classes(names) {
    if (names.length === this.#classes.length && names.every((name, i) => name === this.#classes[i]))
      return;
    this.#classes = names;
    this.#bars = names.slice(0, MOST_BARS).map(makeBar);
    this.#parts.bars.replaceChildren(...this.#bars.map(bar => bar.row));
    this.#parts.bars.setAttribute("aria-label", names.every(name => digitOf(name) !== null) ? "Probability of each digit" : "Probability of classes");
    this.show(this.#answer?.probabilities.length === names.length ? this.#answer : null);
  }

  /** Whether an answer is one of the model's classes. */
  fits({ label, probabilities }) {
    return probabilities.length === this.#classes.length && this.#classes.includes(label);
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
    this.#answer = answer;
    this.element.classList.toggle("answer--empty", !answer);
    this.element.classList.toggle("answer--refused", answer?.rejected === true);
    this.#say(answer, words);
    this.#draw(answer);
    this.#arrange(answer);
    this.#bars.forEach((bar, place) => {
      const index = this.#order[place];
      const probability = answer?.probabilities[index] ?? 0;
      bar.fill.style.setProperty("--share", probability.toFixed(4));
      bar.value.textContent = answer ? percent(probability) : "";
      bar.row.classList.toggle("bar--first", !answer?.rejected && answer?.label === this.#classes[index]);
    });
  }

  #say(answer, words) {
    const { glyph } = this.#parts;
    const name = answer?.rejected ? refusal(this.#classes) : answer?.label;
    this.#parts.words.textContent = !answer ? words : answer.rejected ? `That is ${name}.` : `It is ${article(name)}.`;
    this.#parts.confidence.textContent = !answer ? "" : answer.rejected ? `Digit score ${percent(answer.digitScore)}` : `${certainty(answer.confidence)}, ${percent(answer.confidence)}`;
    glyph.setAttribute("aria-label", answer ? `Answer: ${name}` : "No answer yet");
  }

  /** Writes the answer anew where it is another. */
  #draw(answer) {
    const said = answer?.rejected ? REFUSED : answer?.label ?? null;
    if (this.#said === said)
      return;
    this.#said = said;
    if (said === REFUSED)
      strikeOut(this.#parts.glyph);
    else
      write(this.#parts.glyph, said);
  }

  /** Gives the bars to the likeliest classes where there are more classes than bars. */
  #arrange(answer) {
    const all = this.#classes.map((_, i) => i);
    this.#order = answer && all.length > MOST_BARS
      ? all.sort((a, b) => answer.probabilities[b] - answer.probabilities[a]).slice(0, MOST_BARS)
      : all.slice(0, MOST_BARS);
    this.#order.forEach((index, place) => this.#bars[place].call(this.#classes[index]));
  }
}

function makeBar() {
  const row = document.createElement("li");
  row.className = "bar";
  const name = document.createElement("span");
  name.className = "bar__digit";
  const track = document.createElement("span");
  track.className = "bar__track";
  track.setAttribute("aria-hidden", "true");
  const fill = document.createElement("span");
  fill.className = "bar__fill";
  track.append(fill);
  const value = document.createElement("span");
  value.className = "bar__value";
  row.append(name, track, value);
  let called = null;
  const call = text => {
    if (text === called)
      return;
    called = text;
    row.classList.toggle("bar--word", digitOf(text) === null);
    name.title = text;
    name.replaceChildren(label(text), Object.assign(document.createElement("span"), { className: "unseen", textContent: `${text}: ` }));
  };
  return { row, fill, value, call };
}
