/** Without case and accents: "Kowałska" is found by "kowalska", "Über" by "uber". */
export function folded(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("ł", "l")
    .replaceAll("ø", "o")
    .toLocaleLowerCase("en");
}

const wordsOf = (text: string) =>
  folded(text)
    .split(/[^\p{L}\p{N}#]+/u)
    .filter(Boolean);

/**
 * How well typed words find something; null when they do not. Every typed word must begin a word
 * of its name or of its other words. The name counts more than other words, its start most.
 */
export function matchScore(
  typed: string,
  label: string,
  otherWords: readonly string[] = [],
): number | null {
  const wanted = wordsOf(typed);
  if (wanted.length === 0) return 0;
  const named = wordsOf(label);
  const others = otherWords.flatMap(wordsOf);

  let score = folded(label).startsWith(folded(typed.trim())) ? 8 : 0;
  for (const word of wanted) {
    if (named.includes(word)) score += 4;
    else if (named.some((one) => one.startsWith(word))) score += 3;
    else if (others.includes(word)) score += 2;
    else if (others.some((one) => one.startsWith(word))) score += 1;
    else return null;
  }
  return score - named.length / 100;
}

/** What follows the verb: "fri 9" of "snooze fri 9"; null when the verb was not typed in full. */
export function argumentOf(typed: string, verbs: readonly string[]): string | null {
  const words = folded(typed).trimStart();
  const verb = verbs.map(folded).find((one) => words.startsWith(`${one} `));
  if (verb === undefined) return null;
  return typed.trimStart().slice(verb.length).trim();
}
