/** Makes 256 colours, as the 32-bit numbers of ImageData, that pass evenly through hexadecimal colours. */
export function ramp(...stops) {
  const colours = stops.map(stop => [1, 3, 5].map(at => parseInt(stop.slice(at, at + 2), 16)));
  const bytes = new Uint8ClampedArray(256 * 4);
  for (let i = 0; i < 256; i++) {
    const place = (i / 255) * (colours.length - 1);
    const from = Math.min(Math.floor(place), colours.length - 2);
    for (let channel = 0; channel < 3; channel++)
      bytes[4 * i + channel] = colours[from][channel] + (place - from) * (colours[from + 1][channel] - colours[from][channel]);
    bytes[4 * i + 3] = 255;
  }
  return new Uint32Array(bytes.buffer);
}
