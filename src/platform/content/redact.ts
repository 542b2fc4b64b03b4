/** What stands where words were: the same for all, so that it tells nothing of them. */
const removed = "[removed]";

/** Between two words there may be line breaks, and the signs that quote a line. */
const gap = "(?:\\s|>)+";

const escapeForPattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

function patternOf(words: string): RegExp {
  const parts = words.trim().split(/\s+/u).map(escapeForPattern);
  return new RegExp(parts.join(gap), "giu");
}

/** Whether a text says the words, in whatever case and line breaks. */
export function saysWords(text: string, words: string): boolean {
  return patternOf(words).test(text);
}

/** The text without the words. */
export function redactText(text: string, words: string): string {
  return text.replace(patternOf(words), removed);
}

/** A piece of HTML: how it is written, and the character that a reader sees of it. */
type Piece = { source: string; seen: string; isText: boolean };

const inline = /^<\/?(?:a|abbr|b|code|del|em|font|i|ins|kbd|mark|s|small|span|strong|sub|sup|u)\b/i;
const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

function seenOf(source: string): string {
  const entity = /^&(#x?)?([^;]+);$/i.exec(source);
  if (entity === null) return source;
  const [, sign, name = ""] = entity;
  if (sign === undefined) return named[name.toLowerCase()] ?? source;
  const code = Number.parseInt(name, sign.toLowerCase() === "#x" ? 16 : 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : source;
}

const units = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});|[\s\S]/giu;

/** The addresses and titles in a tag can say the words, too, as they are or as addresses write them. */
function redactTag(tag: string, words: string): string {
  const escaped = words.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
  const spellings = new Set([
    words,
    escaped,
    encodeURIComponent(words),
    words.replace(/\s+/g, "+"),
  ]);
  return [...spellings].reduce((text, spelling) => {
    return text.replace(patternOf(spelling), "removed");
  }, tag);
}

function piecesOf(html: string, words: string): Piece[] {
  return html.split(/(<[^>]*>)/).flatMap((part): Piece[] => {
    if (!part.startsWith("<") || !part.endsWith(">"))
      return (part.match(units) ?? []).map((source) => ({
        source,
        seen: seenOf(source),
        isText: true,
      }));
    // A paragraph's end parts words as a blank does; bold letters do not part a word.
    return [{ source: redactTag(part, words), seen: inline.test(part) ? "" : "\n", isText: false }];
  });
}

/** The HTML without the words, though they run across tags, entities and line breaks. */
export function redactHtml(html: string, words: string): string {
  const pieces = piecesOf(html, words);
  const seen = pieces.map((piece) => piece.seen).join("");
  const spans = [...seen.matchAll(patternOf(words))].map(({ index, 0: found }) => ({
    from: index,
    to: index + found.length,
  }));
  if (spans.length === 0) return pieces.map((piece) => piece.source).join("");
  let at = 0;
  let next = 0;
  let told = -1;
  let out = "";
  for (const piece of pieces) {
    while (spans[next] !== undefined && at >= (spans[next]?.to ?? 0)) next += 1;
    const span = spans[next];
    const within = span !== undefined && at >= span.from && at < span.to && piece.seen !== "";
    if (!within || !piece.isText) out += piece.source;
    else if (told !== next) {
      told = next;
      out += removed;
    }
    at += piece.seen.length;
  }
  return out;
}

/** JSON without the words, in whichever text of it they stand. */
export function redactJson(value: unknown, words: string): unknown {
  if (typeof value === "string") return redactText(redactHtml(value, words), words);
  if (Array.isArray(value)) return value.map((item) => redactJson(item, words));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, redactJson(item, words)]),
  );
}

/** The longest run of letters and digits: what a database can look for before we look closely. */
export function tokenOf(words: string): string {
  const runs = words.match(/[\p{L}\p{N}]+/gu) ?? [words.trim()];
  return runs.reduce((longest, run) => (run.length > longest.length ? run : longest)).toLowerCase();
}
