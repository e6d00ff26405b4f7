import { AnswerView } from "./answer.js";
import { Latest } from "./latest.js";
import { NO_DIGIT } from "./feedback.js";
import { facts } from "./models.js";
import { snapshot } from "./snapshot.js";
import { spoken } from "./words.js";

const SETTLED = 700;

/** Asks the service about a drawing with every change and shows what it answers. */
export class Reading {
  #service;
  #drawing;
  #theme;
  #parts;
  #names = [];
  #views = [];
  #current = null;
  #isExplained = true;
  #forms = new Map();
  #predict = new Latest(([drawing, name], signal) => this.#ask(drawing, name, signal));
  #rival = new Latest(([drawing, pixels, name], signal) => this.#askRival(drawing, pixels, name, signal));
  #explain = new Latest(([pixels, name], signal) => this.#service.explain(name, pixels, signal), { gap: 90, limit: 1 });

  /** @param parts the views: raster, layers, answers, template, notice, feedback, announcer. */
  constructor(service, drawing, theme, parts) {
    this.#service = service;
    this.#drawing = drawing;
    this.#theme = theme;
    this.#parts = parts;
    this.#predict.onanswer = answer => this.#show(answer);
    this.#predict.onproblem = (error, delay) => this.#complain(error, delay);
    this.#rival.onanswer = answer => this.#showRival(answer);
    this.#rival.onproblem = (_, delay) => delay === null && this.#views[1].show(null);
    this.#explain.onanswer = answer => this.#parts.layers.show(answer.layers);
    // A model whose layers cannot be shown is not asked again.
    this.#explain.onproblem = (_, delay) => (this.#isExplained &&= delay !== null);
    drawing.addEventListener("change", () => this.refresh());
  }

  /** The pixels and the answer on show, or null. */
  get current() {
    return this.#current;
  }

  /** Chooses one model, or two beside each other. */
  use(names) {
    this.#names = names;
    this.#isExplained = true;
    this.#forget();
    this.#views = names.map(() => new AnswerView(this.#parts.template));
    this.#parts.answers.replaceChildren(...this.#views.map(view => view.element));
    this.#parts.root.classList.toggle("reading--compared", names.length > 1);
    // What the classes are called is known before the first answer.
    Promise.all(names.map((_, i) => this.#describe(i))).then(() => names === this.#names && this.refresh());
  }

  refresh() {
    if (this.#names.length === 0)
      return;
    if (this.#drawing.isBlank) {
      this.#parts.notice.hidden = true;
      this.#forget();
    } else {
      this.#predict.push([this.#drawing, this.#names[0]]);
    }
  }

  /** Feedback keeps digits in MNIST's form alone. */
  #takesFeedback() {
    const form = this.#forms.get(this.#names[0]) ?? "";
    return form.startsWith("digit") && !form.endsWith("darkink");
  }

  /** The second model sees the first one's pixels where it takes them in the same form, else the drawing itself. */
  #askRival(drawing, pixels, name, signal) {
    return this.#forms.get(this.#names[0]) === this.#forms.get(name) ? this.#service.predictPixels(name, pixels, signal) : this.#ask(drawing, name, signal);
  }

  async #ask(drawing, name, signal) {
    const picture = await snapshot(drawing, this.#theme.colours);
    return this.#service.predictPicture(name, picture, signal);
  }

  #show(answer) {
    // A newer model may serve by the time of the next drawing.
    if (this.#current === null || this.#current.probabilities.length !== answer.probabilities.length || !this.#views[0].knows(answer.label))
      this.#names.forEach((_, i) => this.#describe(i));
    this.#current = answer;
    this.#parts.notice.hidden = true;
    this.#parts.raster.show(answer.pixels);
    this.#views[0].show(answer);
    this.#parts.feedback?.offer(this.#takesFeedback() ? answer.rejected ? NO_DIGIT : answer.digit ?? null : null);
    this.#parts.announcer.say(spoken(answer, this.#names.length > 1 ? this.#names[0] : ""), SETTLED);
    if (this.#isExplained)
      this.#explain.push([answer.pixels, this.#names[0]]);
    if (this.#names.length > 1)
      this.#rival.push([this.#drawing, answer.pixels, this.#names[1]]);
  }

  #showRival(answer) {
    this.#views[1].show(answer);
    this.#parts.announcer.say(`${spoken(this.#current, this.#names[0])}. ${spoken(answer, this.#names[1])}`, SETTLED);
  }

  #complain(error, delay) {
    const { notice } = this.#parts;
    if (error.kind === "no-digit") {
      this.#forget("No digit to be seen yet.");
      return;
    }
    notice.textContent = delay === null
      ? error.message
      : `${error.kind === "busy" ? "The service is busy" : "The service does not answer"}. Asking again in ${Math.max(1, Math.round(delay / 1000))} s.`;
    notice.hidden = false;
    if (delay === null)
      this.#forget();
  }

  #forget(words = "") {
    for (const questions of [this.#predict, this.#rival, this.#explain])
      questions.reset();
    this.#current = null;
    this.#parts.raster.show(null);
    this.#parts.layers.clear();
    this.#parts.feedback?.offer(null);
    this.#parts.announcer.say(words, SETTLED);
    this.#views.forEach(view => view.show(null, words));
  }

  async #describe(i) {
    const [view, name, isNamed] = [this.#views[i], this.#names[i], this.#names.length > 1];
    view.describe(name, isNamed);
    const model = await this.#service.model(name).catch(() => ({ name }));
    if (model.classes) {
      view.classes = model.classes;
      this.#forms.set(name, `${model.normalization} ${model.polarity}`);
    }
    view.note(facts(model, isNamed));
  }
}
