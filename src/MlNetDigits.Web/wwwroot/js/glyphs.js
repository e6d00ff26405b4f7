import { digitOf } from "./words.js";

// Ten digits as one writes them: strokes in a box of 100 × 140.
const STROKES = [
  ["M56 12C28 10 14 42 14 72c0 32 12 56 36 56 26 0 38-30 36-60C84 38 74 14 52 14"],
  ["M26 44C38 36 48 26 56 12c0 38-1 78-2 116"],
  ["M18 42C18 22 34 11 52 12c24 2 34 22 24 44-11 24-38 46-60 68 22-3 46-3 70-1"],
  ["M20 26C32 8 68 6 74 30c4 20-14 32-34 34 26-3 48 12 44 36-5 32-48 36-68 13"],
  ["M56 12C44 42 30 66 14 88c24-3 48-3 74-2", "M68 52c-2 26-3 50-4 78"],
  ["M80 14C64 17 48 17 34 16c-4 16-6 30-8 46 20-13 52-9 57 20 6 34-36 54-66 33"],
  ["M70 12C40 28 18 62 18 94c0 24 14 35 32 34 22-2 33-20 30-38-6-24-44-22-60 6"],
  ["M15 18c23 2 46 1 70-2-18 34-34 72-42 112"],
  ["M73 33C65 6 27 8 27 35c0 26 53 32 53 64 0 37-62 37-62 1 0-31 52-36 55-67z"],
  ["M80 42C75 9 23 8 20 45c-2 32 48 34 60-3 0 34-6 60-24 88"],
];

const QUESTION = ["M26 40C26 14 74 6 78 36c3 24-26 28-28 56", "M50 124v2"];

// Struck out, for what is no digit.
const REFUSED = ["M28 46C42 60 58 78 73 95", "M72 44C58 60 44 77 26 97"];

const SVG = "http://www.w3.org/2000/svg";

const WIDTH = 100;
const MIDDLE = 70;

/** Writes a class, or a question mark for null, into an SVG element of the glyphs' box: digits by strokes, other names as text. */
export function write(svg, name) {
  const digit = name === null ? null : digitOf(name);
  svg.replaceChildren(...(name === null ? strokes(QUESTION) : digit === null ? [text(name)] : strokes(STROKES[digit])));
}

/** Writes the sign of a refused image. */
export function strikeOut(svg) {
  svg.replaceChildren(...strokes(REFUSED));
}

/** Makes a small written class for a label. */
export function label(name) {
  if (digitOf(name) === null) {
    const word = Object.assign(document.createElement("span"), { className: "word", textContent: name });
    word.setAttribute("aria-hidden", "true");
    return word;
  }
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 100 140");
  svg.setAttribute("class", "glyph");
  svg.setAttribute("aria-hidden", "true");
  write(svg, name);
  return svg;
}

function strokes(all) {
  return all.map(data => {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", data);
    path.setAttribute("pathLength", "1");
    return path;
  });
}

function text(name) {
  const element = document.createElementNS(SVG, "text");
  element.setAttribute("class", "glyph__word");
  element.setAttribute("x", WIDTH / 2);
  element.setAttribute("y", MIDDLE);
  // Letters are about half as wide as they are high.
  element.setAttribute("font-size", Math.min(120, (2 * WIDTH) / [...name].length));
  element.textContent = name;
  return element;
}
