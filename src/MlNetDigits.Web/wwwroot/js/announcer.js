/** Tells screen readers, politely, what changed. */
export class Announcer {
  #element;
  #timer = 0;

  constructor(element) {
    this.#element = element;
  }

  /** Says a sentence at once, or once nothing newer has come for a while: what is said at once is never swallowed. */
  say(sentence, after = 0) {
    clearTimeout(this.#timer);
    if (after > 0)
      this.#timer = setTimeout(() => this.#put(sentence), after);
    else
      this.#put(sentence);
  }

  #put(sentence) {
    this.#element.textContent = sentence;
  }
}
