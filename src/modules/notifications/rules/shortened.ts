/** As much of a text as a row of the inbox and a line of a mail have room for. */
const charsMax = 160;

export function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  const chars = [...line];
  return chars.length <= charsMax ? line : `${chars.slice(0, charsMax - 1).join("")}…`;
}
