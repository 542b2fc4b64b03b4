import { limits } from "@/platform/limits";
import { cutTo } from "./plain";

/** What programs write for themselves, by how it begins and ends; no reader sees any of it. */
const unseen: readonly (readonly [begins: string, ends: string])[] = [
  ["<!--", "-->"],
  ["<style", "</style>"],
  ["<script", "</script>"],
];

/** Leaves out what stands between two marks, in one walk through the text. */
function without(html: string, lower: string, [begins, ends]: (typeof unseen)[number]): string {
  const kept: string[] = [];
  let from = 0;
  for (;;) {
    const start = lower.indexOf(begins, from);
    const end = start < 0 ? -1 : lower.indexOf(ends, start + begins.length);
    if (start < 0 || end < 0) break;
    kept.push(html.slice(from, start));
    from = end + ends.length;
  }
  return from === 0 ? html : [...kept, html.slice(from)].join("");
}

/** Pictures that stand in the text itself are not shown, and each may be as long as a book. */
const ownPicture = /(["'(]\s*data:[a-z/+.-]{1,60};base64,)[a-z0-9+/=\s%]{64,}/gi;

/**
 * As much of a page as is read for its words. Cleaning takes longer the longer a page is, and whoever
 * cleans does nothing else meanwhile: a longer one loses first what nobody sees, then its end. Nothing
 * here makes it safe, that is the cleaning's.
 */
export function firstPart(html: string): { html: string; isCut: boolean } {
  if (html.length <= limits.mailHtmlCharsMax) return { html, isCut: false };
  const shown = unseen.reduce(
    (text, marks) => without(text, text.toLowerCase(), marks),
    html.replace(ownPicture, "$1"),
  );
  const isCut = shown.length > limits.mailHtmlCharsMax;
  return { html: isCut ? cutTo(shown, limits.mailHtmlCharsMax) : shown, isCut };
}
