/** What a database and a wire can carry: without the letter that is none, and without halves of one. */
export const storable = (text: string): string =>
  text.replaceAll("\u0000", "").replace(/\p{Cs}/gu, "\uFFFD");

/** The beginning of a text, never half a letter. */
export const cutTo = (text: string, charsMax: number): string =>
  text.slice(0, charsMax).replace(/[\uD800-\uDBFF]$/, "");

/** A header's text on one line, without what only programs read. */
export const oneLineOf = (text: string): string =>
  text
    .replace(/\p{Cc}/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
