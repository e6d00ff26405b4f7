import { AnswerView } from "./answer.js";
import { Latest } from "./latest.js";
import { NO_DIGIT } from "./feedback.js";
import { facts } from "./models.js";
import { NumberView } from "./number.js";
import { snapshot } from "./snapshot.js";
import { digitOf, digitsOf, spoken, spokenNumber } from "./words.js";

const SETTLED = 700;

/** Asks the service about a drawing with every change and shows what it answers: a digit, or all of several. */
export class Reading {
  #service;
  #drawing;
  #theme;
  #parts;
  #names = [];
  #views = [];
  #numbers = [];
  #current = null;
  #number = null;
  #isAnswered = false;
  #isExplained = true;
  #models = new Map();
  #read = new Latest(([drawing, name], signal) => this.#ask(drawing, name, signal));
  #rival = new Latest(([drawing, pixels, name], signal) => this.#askRival(drawing, pixels, name, signal));
  #explain = new Latest(([pixels, name], signal) => this.#service.explain(name, pixels, signal), { gap: 90, limit: 1 });

  /** @param parts the views: raster, layers, answers, numbers, their templates, marks, notice, feedback, announcer. */
  constructor(service, drawing, theme, parts) {
    this.#service = service;
    this.#drawing = drawing;
    this.#theme = theme;
    this.#parts = parts;
    this.#read.onanswer = answer => this.#show(answer);
    this.#read.onproblem = (error, delay) => this.#complain(error, delay);
    this.#rival.onanswer = answer => this.#showRival(answer);
    this.#rival.onproblem = (error, delay) => delay === null && this.#forgetRival(error.message);
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
    this.#numbers = names.map(() => new NumberView(this.#parts.numberTemplate));
    this.#parts.answers.replaceChildren(...this.#views.map(view => view.element));
    this.#parts.numbers.replaceChildren(...this.#numbers.map(view => view.element));
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
      this.#read.push([this.#drawing, this.#names[0]]);
    }
  }

  /** Feedback keeps digits in MNIST's form alone. */
  #isOfDigits(name) {
    const { normalization, polarity } = this.#models.get(name) ?? {};
    return normalization === "digit" && polarity !== "darkink";
  }

  /** Whether a model can tell several digits apart: one of the ten, as MNIST has them. */
  #readsNumbers(name) {
    const classes = this.#models.get(name)?.classes ?? [];
    return this.#isOfDigits(name) && classes.length === 10 && classes.every((called, i) => digitOf(called) === i);
  }

  /** The second model sees the first one's pixels where it takes them in the same form, else the drawing itself. */
  async #askRival(drawing, pixels, name, signal) {
    if (pixels === null)
      return { reading: await this.#service.readPicture(name, await snapshot(drawing, this.#theme.colours), signal) };
    const forms = [this.#names[0], name].map(each => this.#models.get(each)).map(model => `${model?.normalization} ${model?.polarity}`);
    return forms[0] === forms[1]
      ? { prediction: await this.#service.predictPixels(name, pixels, signal) }
      : { prediction: await this.#service.predictPicture(name, await snapshot(drawing, this.#theme.colours), signal) };
  }

  /** Asks for one digit and for all at once: what there is to be seen decides which answer is shown. */
  async #ask(drawing, name, signal) {
    const { isLive } = drawing;
    const picture = await snapshot(drawing, this.#theme.colours);
    const [one, all] = await Promise.allSettled([
      this.#service.predictPicture(name, picture, signal),
      this.#readsNumbers(name) ? this.#service.readPicture(name, picture, signal) : null,
    ]);
    // What may be asked again is; what cannot be read in lines is shown as one digit.
    if (all.status === "rejected" && (all.reason.delay ?? null) !== null)
      throw all.reason;
    const reading = all.status === "fulfilled" ? all.value : null;
    if (one.status === "rejected" && !(isNumber(reading) && one.reason.kind === "no-digit"))
      throw one.reason;
    return { prediction: one.value, reading: isNumber(reading) ? reading : null, isLive };
  }

  #show({ prediction, reading: seen, isLive }) {
    // What is one digit so far may look like two in the middle of a stroke.
    const isEarly = isLive && this.#number === null && prediction && !prediction.rejected;
    const reading = isEarly ? null : seen;
    // A newer model may serve by the time of the next drawing.
    if (!this.#isAnswered || (reading === null && !this.#views[0].fits(prediction)))
      this.#names.forEach((_, i) => this.#describe(i));
    this.#isAnswered = true;
    this.#parts.notice.hidden = true;
    this.#parts.root.classList.toggle("reading--number", reading !== null);
    this.#parts.marks.show(reading);
    if (reading === null)
      this.#showDigit(prediction);
    else
      this.#showNumber(reading);
  }

  #showDigit(answer) {
    [this.#current, this.#number] = [answer, null];
    this.#parts.raster.show(answer.pixels);
    this.#views[0].show(answer);
    this.#parts.feedback?.offer(this.#isOfDigits(this.#names[0]) ? answer.rejected ? NO_DIGIT : answer.digit ?? null : null);
    this.#parts.announcer.say(spoken(answer, this.#names.length > 1 ? this.#names[0] : ""), SETTLED);
    if (this.#isExplained)
      this.#explain.push([answer.pixels, this.#names[0]]);
    if (this.#names.length > 1)
      this.#rival.push([this.#drawing, answer.pixels, this.#names[1]]);
  }

  #showNumber(reading) {
    [this.#current, this.#number] = [null, reading];
    this.#explain.reset();
    this.#parts.layers.clear();
    this.#parts.feedback?.offer(null);
    this.#numbers[0].show(reading);
    this.#parts.announcer.say(spokenNumber(reading, this.#names.length > 1 ? this.#names[0] : ""), SETTLED);
    if (this.#names.length > 1)
      this.#rival.push([this.#drawing, null, this.#names[1]]);
  }

  #showRival({ prediction, reading }) {
    const name = this.#names[1];
    if (reading && this.#number !== null) {
      this.#numbers[1].show(reading, "No digit to be seen.");
      this.#parts.announcer.say(`${spokenNumber(this.#number, this.#names[0])}. ${spokenNumber(reading, name)}`, SETTLED);
    } else if (prediction && this.#current !== null) {
      this.#views[1].show(prediction);
      this.#parts.announcer.say(`${spoken(this.#current, this.#names[0])}. ${spoken(prediction, name)}`, SETTLED);
    }
  }

  #forgetRival(words) {
    this.#views[1].show(null);
    this.#numbers[1].show(null, words);
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
    for (const questions of [this.#read, this.#rival, this.#explain])
      questions.reset();
    [this.#current, this.#number] = [null, null];
    this.#isAnswered = false;
    this.#parts.root.classList.remove("reading--number");
    this.#parts.marks.show(null);
    this.#parts.raster.show(null);
    this.#parts.layers.clear();
    this.#parts.feedback?.offer(null);
    this.#parts.announcer.say(words, SETTLED);
    this.#views.forEach(view => view.show(null, words));
    this.#numbers.forEach(view => view.show(null));
  }

  async #describe(i) {
    const [view, number, name, isNamed] = [this.#views[i], this.#numbers[i], this.#names[i], this.#names.length > 1];
    view.describe(name, isNamed);
    number.describe(name, isNamed);
    const model = await this.#service.model(name).catch(() => ({ name }));
    if (model.classes) {
      view.classes = model.classes;
      this.#models.set(name, model);
    }
    view.note(facts(model, isNamed));
    number.note(facts(model, isNamed));
  }
}

function isNumber(reading) {
  return reading !== null && digitsOf(reading).length > 1;
}
