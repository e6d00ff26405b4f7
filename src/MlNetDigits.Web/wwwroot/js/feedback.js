import { article } from "./words.js";

const DIGITS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/** Offered for a refused drawing, which can be corrected alone: what is kept are digits. */
export const NO_DIGIT = "none";

/** Lets a reader correct the answer: "that's wrong, it is a 7". */
export class Feedback {
  #root;
  #send;
  #announcer;
  #digit = null;

  /** @param send takes the right digit and keeps it with the drawing. */
  constructor(root, send, announcer) {
    this.#root = root;
    this.#send = send;
    this.#announcer = announcer;
  }

  /** Offers the buttons for an answer, or takes them away for null. */
  offer(digit) {
    this.#root.hidden = digit === null;
    if (digit === this.#digit)
      return;
    this.#digit = digit;
    if (digit === null) {
      this.#root.replaceChildren();
      return;
    }
    const wrong = button(digit === NO_DIGIT ? "It is a digit" : "That's wrong", () => this.#ask());
    wrong.setAttribute("aria-expanded", "false");
    this.#root.replaceChildren(...digit === NO_DIGIT ? [wrong] : [button("That's right", () => this.#keep(digit)), wrong]);
  }

  #ask() {
    const group = document.createElement("div");
    group.className = "feedback__digits";
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", "That's wrong, it is");
    const text = Object.assign(document.createElement("span"), { textContent: "It is" });
    text.setAttribute("aria-hidden", "true");
    group.append(text, ...DIGITS.filter(digit => digit !== this.#digit).map(digit => button(String(digit), () => this.#keep(digit))));
    this.#root.replaceChildren(group);
    group.querySelector("button").focus();
  }

  async #keep(digit) {
    const text = document.createElement("p");
    try {
      await this.#send(digit);
      text.textContent = `Thank you. It is kept as ${article(String(digit))}, to learn from.`;
    } catch (error) {
      text.textContent = `It could not be kept: ${error.message}`;
    }
    this.#root.replaceChildren(text);
    this.#announcer.say(text.textContent);
  }
}

function button(text, press) {
  const element = Object.assign(document.createElement("button"), { type: "button", textContent: text });
  element.addEventListener("click", press);
  return element;
}
