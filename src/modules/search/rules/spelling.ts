/** Shorter words differ from too many others by one letter. */
export const correctedCharsMin = 4;
const alternativesMax = 3;

/**
 * The word and all that is left of it without one of its letters. Two words with one of these in
 * common differ by one letter that was dropped, added, changed or swapped with its neighbour, or by
 * little more.
 */
export function formsOf(word: string): readonly string[] {
  const letters = [...word];
  const without = letters.map((_, at) => letters.toSpliced(at, 1).join(""));
  return [...new Set([word, ...without])];
}

/** Whether one letter was dropped, added, changed or swapped with its neighbour. */
export function isOneErrorAway(one: string, other: string): boolean {
  const [short, long] = [[...one], [...other]].toSorted((a, b) => a.length - b.length);
  if (short === undefined || long === undefined || long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const rest = (letters: readonly string[], from: number) => letters.slice(from).join("");
  if (short.length < long.length) return rest(short, at) === rest(long, at + 1);
  if (at === short.length) return false;
  const swapped = short[at] === long[at + 1] && short[at + 1] === long[at];
  return (
    rest(short, at + 1) === rest(long, at + 1) ||
    (swapped && rest(short, at + 2) === rest(long, at + 2))
  );
}

export type KnownWord = { word: string; messages: number };

/**
 * What was probably meant: words one error away, those with the same first letter first (it is
 * seldom the wrong one) and then the commonest.
 */
export function likelyWords(written: string, known: readonly KnownWord[]): readonly string[] {
  const first = ({ word }: KnownWord) => Number(word.charAt(0) === written.charAt(0));
  return known
    .filter(({ word }) => isOneErrorAway(written, word))
    .toSorted((one, other) => first(other) - first(one) || other.messages - one.messages)
    .slice(0, alternativesMax)
    .map(({ word }) => word);
}
