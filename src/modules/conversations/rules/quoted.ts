/** What somebody wrote, and what their mail program put under it. */
export type Split = { said: string; quoted: string };

type Chunk = { start: number; tag: string; text: string };

const voids = new Set(["br", "hr", "img"]);
const tags = /<(\/?)([a-z][a-z0-9]*)[^>]*>/g;
const textOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, " ")
    .replaceAll("&nbsp;", " ")
    .replace(/\s+/g, " ")
    .trim();

/** The outermost elements of a cleaned text, which is well formed; loose words belong to the next one. */
function chunksOf(html: string): Chunk[] {
  const chunks: Chunk[] = [];
  let depth = 0;
  let start = 0;
  for (const found of html.matchAll(tags)) {
    const [whole, closing, tag = ""] = found;
    if (voids.has(tag)) continue;
    depth += closing === "/" ? -1 : 1;
    if (depth !== 0) continue;
    const end = found.index + whole.length;
    chunks.push({ start, tag, text: textOf(html.slice(start, end)) });
    start = end;
  }
  if (textOf(html.slice(start)) !== "")
    chunks.push({ start, tag: "", text: textOf(html.slice(start)) });
  return chunks;
}

/** The line with which mail programs introduce a quote, in the languages of our customers. */
const isIntroduction = (text: string) =>
  text.length < 300 &&
  (/\b(wrote|writes|schrieb|skrev|a écrit|escribió|ha scritto)\b.{0,120}:$/i.test(text) ||
    /^-{2,}\s*(original message|ursprüngliche nachricht|opprinnelig melding)\s*-{2,}/i.test(text));

const isSignature = (text: string) => /^--(\s|$)/.test(text);

/** Folds what stands under an answer; a quote that is answered below it stays where it is. */
export function splitQuoted(html: string): Split {
  const chunks = chunksOf(html);
  let from = chunks.length;
  while (from > 0) {
    const chunk = chunks[from - 1];
    const isQuote = chunk?.tag === "blockquote" || chunk?.text === "";
    const introduces = from < chunks.length && isIntroduction(chunk?.text ?? "");
    if (!isQuote && !introduces) break;
    from -= 1;
  }
  const signature = chunks.findIndex((chunk) => isSignature(chunk.text));
  const cut = signature >= 0 ? Math.min(signature, from) : from;
  const first = chunks[cut];
  const isAnything = chunks.slice(cut).some((chunk) => chunk.text !== "");
  const isSaid = chunks.slice(0, cut).some((chunk) => chunk.text !== "" || chunk.tag === "p");
  if (first === undefined || !isAnything || !isSaid) return { said: html, quoted: "" };
  return { said: html.slice(0, first.start), quoted: html.slice(first.start) };
}
