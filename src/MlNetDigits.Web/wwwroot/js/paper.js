/** The sheet's squares. Coordinates on it are shares of its width, so that a square is a square on any screen. */
export const COLUMNS = 28;
export const ROWS = 18;

/** The sheet's height as a share of its width. */
export const HEIGHT = ROWS / COLUMNS;

/** Where a picture of a size lies on the sheet, whole and in the middle: { left, top, scale }, the scale in shares for each pixel. */
export function fit({ width, height }) {
  const scale = Math.min(1 / width, HEIGHT / height);
  return { left: (1 - width * scale) / 2, top: (HEIGHT - height * scale) / 2, scale };
}
