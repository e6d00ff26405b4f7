import { ramp } from "./ramp.js";

const GAP = 3;
const LARGEST_CELL = 8;

/** The feature maps of each layer, one picture of tiles for each. */
export class LayersView {
  #section;
  #list;
  #theme;
  #views = [];
  #layers = [];
  #scratch = document.createElement("canvas").getContext("2d", { willReadFrequently: false });

  constructor(section, list, theme) {
    this.#section = section;
    this.#list = list;
    this.#theme = theme;
    theme.addEventListener("change", () => this.#paint());
    new ResizeObserver(() => this.#paint()).observe(list);
  }

  /** Shows layers of { name, channels, height, width, maps }, the maps as bytes in base64. */
  show(layers) {
    const shape = layers.map(layer => `${layer.name} ${layer.channels} ${layer.height} ${layer.width}`).join();
    if (this.#section.dataset.shape !== shape) {
      this.#section.dataset.shape = shape;
      this.#views = layers.map(makeView);
      this.#list.replaceChildren(...this.#views.map(view => view.figure));
    }
    this.#layers = layers.map(layer => ({ ...layer, values: Uint8Array.from(atob(layer.maps), character => character.charCodeAt(0)) }));
    this.#section.hidden = false;
    this.#paint();
  }

  clear() {
    this.#layers = [];
    this.#section.hidden = true;
  }

  #paint() {
    const { colours } = this.#theme;
    const shades = ramp(colours["map-low"], colours["map-middle"], colours["map-high"]);
    this.#layers.forEach((layer, i) => this.#tile(this.#views[i], layer, shades));
  }

  #tile({ canvas, note }, { channels, height, width, values }, shades) {
    const room = this.#list.clientWidth;
    const size = room < 500 ? 40 : 54;
    const scale = Math.min(LARGEST_CELL, Math.max(1, Math.round(size / width)));
    const [tileWidth, tileHeight] = [scale * width, scale * height];
    const most = Math.max(1, Math.floor((room + GAP) / (tileWidth + GAP)));
    const columns = Math.ceil(channels / Math.ceil(channels / most));
    const rows = Math.ceil(channels / columns);
    canvas.width = columns * (tileWidth + GAP) - GAP;
    canvas.height = rows * (tileHeight + GAP) - GAP;

    const image = new ImageData(width, height * channels);
    const pixels = new Uint32Array(image.data.buffer);
    let lit = 0;
    for (let channel = 0; channel < channels; channel++) {
      let brightest = 0;
      for (let i = channel * width * height; i < (channel + 1) * width * height; i++) {
        pixels[i] = shades[values[i]];
        brightest = Math.max(brightest, values[i]);
      }
      lit += brightest > 8 ? 1 : 0;
    }
    this.#scratch.canvas.width = width;
    this.#scratch.canvas.height = height * channels;
    this.#scratch.putImageData(image, 0, 0);

    const context = canvas.getContext("2d");
    context.imageSmoothingEnabled = false;
    for (let channel = 0; channel < channels; channel++) {
      const left = (channel % columns) * (tileWidth + GAP);
      const top = Math.floor(channel / columns) * (tileHeight + GAP);
      context.drawImage(this.#scratch.canvas, 0, channel * height, width, height, left, top, tileWidth, tileHeight);
    }
    note.textContent = `${lit} lit`;
    canvas.setAttribute("aria-label", `${channels} feature maps of ${height} by ${width}, ${lit} of them lit`);
  }
}

function makeView({ name, channels, height, width }, index) {
  const figure = document.createElement("figure");
  figure.className = "layer";
  const caption = document.createElement("figcaption");
  const title = Object.assign(document.createElement("h3"), { textContent: `Layer ${index + 1}` });
  const kind = Object.assign(document.createElement("span"), { className: "layer__kind", title: name, textContent: `${channels} maps of ${height} × ${width}` });
  const note = Object.assign(document.createElement("span"), { className: "layer__note" });
  caption.append(title, kind, note);
  const canvas = document.createElement("canvas");
  canvas.className = "layer__maps";
  canvas.setAttribute("role", "img");
  figure.append(caption, canvas);
  return { figure, canvas, note };
}
