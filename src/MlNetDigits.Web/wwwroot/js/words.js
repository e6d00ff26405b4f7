const NAMES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/** A probability as a percentage; a network is never 100 % right. */
export function percent(probability) {
  return probability > 0.999 ? "> 99.9 %" : `${(100 * probability).toFixed(1)} %`;
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
