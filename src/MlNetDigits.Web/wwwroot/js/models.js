/** The choice of one model, or of two beside each other, when several are served. */
export class ModelChoice extends EventTarget {
  #first;
  #second;

  constructor(group, first, second, { names, default: chosen }) {
    super();
    this.#first = first;
    this.#second = second;
    first.replaceChildren(...names.map(name => new Option(name, name, name === chosen, name === chosen)));
    second.replaceChildren(new Option("no other", ""), ...names.map(name => new Option(name, name)));
    group.hidden = names.length < 2;
    for (const select of [first, second])
      select.addEventListener("change", () => this.dispatchEvent(new Event("change")));
  }

  /** The names of the chosen models, one or two different ones. */
  get names() {
    return [...new Set([this.#first.value, this.#second.value].filter(name => name !== ""))];
  }
}

/** Says in one line what is known of a model, without its name where that stands above. */
export function facts({ name, parameters, testAccuracy, metadata }, isNamed) {
  const known = isNamed ? [] : [name];
  if (parameters)
    known.push(`${parameters.toLocaleString("en")} parameters`);
  if (testAccuracy)
    known.push(`${(100 * testAccuracy).toFixed(2)} % on ${metadata?.dataset ? "its test images" : "MNIST's test digits"}`);
  return known.join(" · ");
}
