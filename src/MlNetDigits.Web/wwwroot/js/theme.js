/** The colours of the style sheet for what is drawn on canvases; a "change" event tells of dark and light. */
export class Theme extends EventTarget {
  #colours = null;

  constructor() {
    super();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
      this.#colours = null;
      this.dispatchEvent(new Event("change"));
    });
  }

  get colours() {
    return (this.#colours ??= this.#read());
  }

  #read() {
    const style = getComputedStyle(document.documentElement);
    const names = ["sheet", "grid", "margin", "ink", "mark", "map-low", "map-middle", "map-high"];
    return Object.fromEntries(names.map(name => [name, style.getPropertyValue(`--${name}`).trim()]));
  }
}
