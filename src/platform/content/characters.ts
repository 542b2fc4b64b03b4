const unseen = /(?![\t\n\f])\p{Cc}/gu;

/** Text without control characters, with one kind of line break. */
export function readable(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(unseen, "");
}

/** Lone halves of surrogate pairs cannot be stored or sent; a sign of replacement can. */
export function wellFormed(text: string): string {
  return Buffer.from(text, "utf8").toString("utf8");
}

/** Text without any control character, line breaks included: for addresses and names. */
export function withoutControls(text: string): string {
  return text.replace(/\p{Cc}/gu, "");
}

/** Text without blanks and characters that cannot be seen: what is left is what a scheme says. */
export function withoutInvisible(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}\ufff9-\uffff]/gu, "");
}
