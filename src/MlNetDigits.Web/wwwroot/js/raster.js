import { ramp } from "./ramp.js";

const SIDE = 28;

/** Shows the 28×28 pixels that the service made of the drawing. */
export class Raster {
  #canvas;
  #context;
  #theme;
  #pixels = null;

  constructor(canvas, theme) {
    this.#canvas = canvas;
    this.#context = canvas.getContext("2d");
    this.#theme = theme;
    theme.addEventListener("change", () => this.show(this.#pixels));
    this.show(null);
  }

  /** Shows 784 numbers of 0-255, or a blank for null. */
  show(pixels) {
    this.#pixels = pixels;
    const { sheet, ink } = this.#theme.colours;
    const colours = ramp(sheet, ink);
    const image = this.#context.createImageData(SIDE, SIDE);
    new Uint32Array(image.data.buffer).set(pixels ? pixels.map(pixel => colours[pixel]) : new Array(SIDE * SIDE).fill(colours[0]));
    this.#context.putImageData(image, 0, 0);
    this.#canvas.setAttribute("aria-label", pixels ? `The drawing as 28 by 28 pixels, ${pixels.filter(pixel => pixel > 0).length} of them inked` : "No input yet");
  }
}
