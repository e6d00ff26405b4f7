/** Tells screen readers, politely, what changed. */
export class Announcer {
  #element;
  #timer = 0;

  constructor(element) {
    this.#element = element;
  }

  /** Says a sentence once nothing newer has come for a while. */
  say(sentence, after = 0) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#element.textContent = sentence;
    }, after);
  }
}
