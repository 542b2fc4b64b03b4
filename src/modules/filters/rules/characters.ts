/** Phones and word processors turn straight quotes into curly ones; all of them quote. */
const quotes = '"“”„';

export const isQuote = (char: string): boolean => char !== "" && quotes.includes(char);
export const isSpace = (char: string): boolean => /[\s\0]/u.test(char);

/** What ends a word, or a value that stands without quotes. */
export const endsWord = (char: string): boolean =>
  isSpace(char) || isQuote(char) || char === "(" || char === ")";

/** `field:` at the beginning of a word. The class leaves out the colon, so that it never backtracks far. */
export const fieldStart = /\p{L}[\p{L}\p{N}_.-]*:/uy;

const operators = ["AND", "OR", "NOT"] as const;
const isOperator = (word: string): boolean => operators.some((known) => known === word);

/** PostgreSQL stores no NUL and no half of a surrogate pair; accents have one spelling. */
export function cleanText(text: string): string {
  return text.replaceAll("\0", "").replace(loneSurrogates, "\ufffd").normalize("NFC");
}

const loneSurrogates = /\p{Surrogate}/gu;

/** Reads back as the same single word, whatever fields there are. */
export function isBareWord(text: string): boolean {
  if (text === "" || isOperator(text) || /^(?:[-<>=]|#\d)|,/u.test(text)) return false;
  fieldStart.lastIndex = 0;
  if (fieldStart.test(text)) return false;
  return ![...text].some(endsWord);
}

export function quote(text: string): string {
  return `"${text.replace(/[\\"“”„]/gu, "\\$&")}"`;
}

const letters: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  ı: "i",
  þ: "th",
};

/** A word without case and accents, as search keeps it. */
export function foldWord(word: string): string {
  return word
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[ßæœøđðłıþ]/gu, (letter) => letters[letter] ?? letter);
}

/** For comparing names as people do: no case, no accents, and a blank is a hyphen is an underscore. */
export function fold(text: string): string {
  return foldWord(text).replace(/[\s_-]+/gu, "-");
}
