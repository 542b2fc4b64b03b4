/** A tag as it is kept: lower case, words joined. Empty when nothing is left of it. */
export function tidyTag(written: string): string {
  const plain = written
    .normalize("NFC")
    .trim()
    .toLowerCase()
    .replace(/[\s,;:/]+/g, "-")
    .replace(/[^\p{L}\p{N}._-]/gu, "")
    .replace(/^[._-]+/, "");
  return [...plain].slice(0, 40).join("");
}

/** A ticket's tags after some were added and some taken off; the order is that of adding. */
export function tagsAfter(
  tags: readonly string[],
  { add = [], remove = [] }: { add?: readonly string[]; remove?: readonly string[] },
): string[] {
  return [...new Set([...tags.filter((tag) => !remove.includes(tag)), ...add])];
}
