/**
 * What a text says as a web address, or null where it is none. `URL.canParse` is not asked: Node 20 and 22, once they
 * have compiled it, deny every address that has an "ü" or an "é" in it.
 */
export function readUrl(text: string, base?: string): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}
