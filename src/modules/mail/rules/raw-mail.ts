const latin = (bytes: Uint8Array) => new TextDecoder("utf-8").decode(bytes);

/** A broken letter as plain text: what stands after the first empty line, or all of it. */
export function rawBody(bytes: Uint8Array): string {
  const text = latin(bytes).replace(/\r\n?/g, "\n");
  const end = text.indexOf("\n\n");
  return (end >= 0 && /^[\w-]+:/.test(text) ? text.slice(end + 2) : text).trim();
}
