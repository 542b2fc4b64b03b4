import { limits } from "@/platform/limits";
import type { Heading } from "../types";
import { slugOf } from "./slug";

const entities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
};

const textOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, "")
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity)
    .replace(/\s+/g, " ")
    .trim();

/**
 * The headings of a cleaned text, for a table of contents, and the text with a mark on each to lead
 * to. The page has a title of its own, so that what is written as the first rank stands in the second.
 */
export function outlineOf(cleanHtml: string): { html: string; headings: Heading[] } {
  const headings: Heading[] = [];
  const taken = new Set<string>();
  const html = cleanHtml.replace(
    /<h([1-3])((?: [^>]*)?)>([\s\S]*?)<\/h\1>/g,
    (whole, rank: string, attributes: string, inside: string) => {
      const level = rank === "3" ? 3 : 2;
      const text = textOf(inside);
      if (text === "" || headings.length >= limits.kbHeadingsMax) return whole;
      const slug = slugOf(text, "part");
      let id = slug;
      for (let more = 2; taken.has(id); more++) id = `${slug}-${more}`;
      taken.add(id);
      headings.push({ id, level, text: text.slice(0, limits.kbTitleCharsMax) });
      return `<h${level} id="${id}"${attributes}>${inside}</h${level}>`;
    },
  );
  return { html, headings };
}

/** A text in one line: points lose their marks, and what ends without a stop gets one. */
function inOneLine(text: string): string {
  return text
    .split(/\n\s*\n|\n(?=\s*[*•] )/)
    .map((part) =>
      part
        .replace(/^\s*[*•] /, "")
        .replace(/\s+/g, " ")
        .trim(),
    )
    .filter((part) => part !== "")
    .map((part, place, all) =>
      place === all.length - 1 || /[\p{P}\p{S}]$/u.test(part) ? part : `${part}.`,
    )
    .join(" ");
}

/** The beginning of a text, to the end of a word, for lists and for those who show links. */
export function summaryOf(text: string): string {
  const plain = inOneLine(text);
  if (plain.length <= limits.kbSummaryCharsMax) return plain;
  const cut = plain.slice(0, limits.kbSummaryCharsMax - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 1)).replace(/[\s,.;:]+$/, "")}…`;
}
