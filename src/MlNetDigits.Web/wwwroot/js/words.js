const NAMES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/** The confidence from which on a digit among others is taken for sure. */
export const SURE = 0.9;

/** A probability as a percentage; a network is never 100 % right. */
export function percent(probability, decimals = 1) {
  const most = 100 - 10 ** -decimals;
  return 100 * probability > most ? `> ${most.toFixed(decimals)} %` : `${(100 * probability).toFixed(decimals)} %`;
}

/** All digits of a reading, in reading order. */
export function digitsOf(reading) {
  return reading.lines.flatMap(line => line.digits);
}

/** The digit that a class is called by, or null for any other name. */
export function digitOf(name) {
  return /^[0-9]$/.test(name) ? Number(name) : null;
}

/** A digit with its article; any other class by its name alone. */
export function article(name) {
  const digit = digitOf(name);
  return digit === null ? name : `${digit === 8 ? "an" : "a"} ${digit}`;
}

/** What a refused image is, by the names of the model's classes. */
export function refusal(names) {
  return names.every(name => digitOf(name) !== null) ? "no digit" : "none of these classes";
}

/** How sure an answer sounds. */
export function certainty(confidence) {
  if (confidence >= 0.98)
    return "No doubt";
  if (confidence >= 0.85)
    return "Quite sure";
  return confidence >= 0.5 ? "Probably" : "Hard to say";
}

/** An answer as a sentence for screen readers. */
export function spoken(answer, who = "") {
  if (answer.rejected)
    return `${who ? `${who}: ` : ""}That is no digit, digit score ${Math.round(100 * answer.digitScore)} percent`;
  return `${who ? `${who}: ` : ""}${NAMES[digitOf(answer.label)] ?? answer.label}, ${Math.round(100 * answer.confidence)} percent`;
}

// More digits are counted, not told one by one.
const MOST_SPOKEN = 24;

/** A reading of several digits for screen readers, digit by digit. */
export function spokenNumber(reading, who = "") {
  const { lines } = reading;
  const count = digitsOf(reading).length;
  const texts = count > MOST_SPOKEN ? [`${count} digits in ${lines.length} lines`] : lines.map((line, i) => `${lines.length > 1 ? `Line ${i + 1}: ` : ""}${[...line.text].join(" ")}, ${Math.round(100 * line.confidence)} percent`);
  return `${who ? `${who}: ` : ""}${texts.join(". ") || "no digit"}`;
}
