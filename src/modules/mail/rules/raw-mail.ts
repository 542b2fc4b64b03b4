const latin = (bytes: Uint8Array) => new TextDecoder("utf-8").decode(bytes);

/** A header line, or what goes on with one. */
const headerLine = /^([\w-]+:|[ \t])/;

/**
 * A broken letter as plain text: what stands after the first empty line, or all of it; nothing when it
 * is a head alone.
 */
export function rawBody(bytes: Uint8Array): string {
  const text = latin(bytes).replace(/\r\n?/g, "\n");
  const end = text.indexOf("\n\n");
  const lines = text.trimEnd().split("\n");
  if (end < 0 && lines.every((line) => headerLine.test(line))) return "";
  return (end >= 0 && /^[\w-]+:/.test(text) ? text.slice(end + 2) : text).trim();
}

const fieldCharsMax = 20_000;
const fieldsMax = 200;
const aboutTheParts = /^content-/i;

/** The fields at a broken letter's head that do not speak of its parts, as a letter without words. */
export function rawHead(bytes: Uint8Array): string {
  const text = latin(bytes).replace(/\r\n?/g, "\n");
  const head = text.split("\n\n", 1)[0] ?? "";
  const fields = head
    .split(/\n(?![ \t])/)
    .filter((field) => /^[\w-]+:/.test(field) && !aboutTheParts.test(field))
    .filter((field) => field.length <= fieldCharsMax)
    .slice(0, fieldsMax);
  return `${fields.join("\n")}\n\n`;
}
