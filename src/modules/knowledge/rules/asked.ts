import { limits } from "@/platform/limits";

/** The words of a question: letters and numbers, in lower case, each once. */
export function wordsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const kept = words.map((word) => word.slice(0, 60)).filter((word) => word.length > 0);
  return [...new Set(kept)].slice(0, limits.kbSearchWordsMax);
}

/** A question to the index: all of the words, and the last as a beginning where one still types. */
export function allOf(words: readonly string[], typing: boolean): string {
  const last = words.length - 1;
  return words
    .map((word, at) => (typing && at === last && word.length > 1 ? `'${word}':*` : `'${word}'`))
    .join(" & ");
}

/** Any of the words. */
export const anyOf = (words: readonly string[]): string =>
  words.map((word) => `'${word}'`).join(" | ");

/** What was asked, as it is counted: the same question in other letters is the same. */
export const askedWords = (text: string): string =>
  wordsOf(text).join(" ").slice(0, limits.kbSearchCharsMax);
