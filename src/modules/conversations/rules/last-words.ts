/** The beginning of a message on one line, cut at a word where there is one near the end. */
export function lastWords(text: string, charsMax: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  const characters = Array.from(line);
  if (characters.length <= charsMax) return line;
  const cut = characters.slice(0, charsMax - 1).join("");
  const space = cut.lastIndexOf(" ");
  return `${space > charsMax * 0.7 ? cut.slice(0, space) : cut}…`;
}
