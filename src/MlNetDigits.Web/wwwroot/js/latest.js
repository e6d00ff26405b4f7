const LONGEST_PAUSE = 15_000;

/**
 * Sends only the newest of many questions, a few at a time and not too often.
 * An answer older than the one given last is dropped; a question that may be sent again waits its delay.
 */
export class Latest {
  #send;
  #gap;
  #limit;
  #asked = 0;
  #given = 0;
  #waiting = null;
  #running = new Set();
  #notBefore = 0;
  #timer = 0;
  #failures = 0;

  /** Called with each answer and its question. */
  onanswer = () => {};

  /** Called with each error and, if the question is sent again, the milliseconds until then. */
  onproblem = () => {};

  constructor(send, { gap = 60, limit = 2 } = {}) {
    this.#send = send;
    this.#gap = gap;
    this.#limit = limit;
  }

  get isIdle() {
    return this.#running.size === 0 && this.#waiting === null;
  }

  push(question) {
    this.#waiting = { number: ++this.#asked, question };
    this.#pump();
  }

  /** Forgets all questions; answers under way are dropped. */
  reset() {
    this.#waiting = null;
    this.#given = this.#asked;
    this.#failures = 0;
    for (const abort of this.#running)
      abort.abort();
    this.#running.clear();
  }

  #pump() {
    if (!this.#waiting || this.#running.size >= this.#limit)
      return;
    const wait = this.#notBefore - performance.now();
    if (wait > 0) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#pump(), wait);
      return;
    }

    const item = this.#waiting;
    this.#waiting = null;
    this.#notBefore = performance.now() + this.#gap;
    this.#run(item);
  }

  async #run(item) {
    const abort = new AbortController();
    this.#running.add(abort);
    try {
      const answer = await this.#send(item.question, abort.signal);
      if (item.number > this.#given) {
        this.#given = item.number;
        this.#failures = 0;
        this.onanswer(answer, item.question);
      }
    } catch (error) {
      if (item.number > this.#given)
        this.#fail(item, error);
    } finally {
      this.#running.delete(abort);
      this.#pump();
    }
  }

  #fail(item, error) {
    if (error.delay == null) {
      this.#given = item.number;
      this.onproblem(error, null);
      return;
    }

    const delay = error.kind === "busy" ? error.delay : Math.min(LONGEST_PAUSE, error.delay * 2 ** this.#failures++);
    this.#notBefore = Math.max(this.#notBefore, performance.now() + delay);
    this.#waiting ??= item;
    this.onproblem(error, delay);
  }
}
