import { compile, type SelectorDefinition } from "html-to-text";
import { limits } from "@/platform/limits";
import { cleanHtml } from "./clean-html";

const headings = ["h1", "h2", "h3", "h4", "h5", "h6"].map((selector) => ({
  selector,
  options: { uppercase: false },
}));

const selectors: SelectorDefinition[] = [
  { selector: "a", options: { hideLinkHrefIfSameAsText: true, linkBrackets: ["[", "]"] } },
  { selector: "img", format: "skip" },
  ...headings,
];
const table = {
  selector: "table",
  format: "dataTable",
  options: { uppercaseHeaderCells: false },
};

// Compiled once: it takes longer to read these options than to convert a message by them.
const plain = { wordwrap: false, preserveNewlines: false } as const;
const toText = compile({ ...plain, selectors: [...selectors, table] });
const toLines = compile({ ...plain, selectors });

/** Laying a table out takes the longer the more cells it has, and more than twice as long for two. */
function hasLargeTable(cleaned: string): boolean {
  let cells = 0;
  for (let at = cleaned.indexOf("<t"); at >= 0; at = cleaned.indexOf("<t", at + 2)) cells += 1;
  return cells > limits.textTableCellsMax;
}

/**
 * The words of an HTML text, for search, previews and plain mail: paragraphs apart, list signs,
 * quotes behind ">", addresses of links in brackets where they are not the words themselves.
 */
export function htmlToText(html: string): string {
  return cleanedToText(cleanHtml(html).html);
}

/** The same of what `cleanHtml` or `markdownToHtml` gave, which needs no second cleaning. */
export function cleanedToText(cleaned: string): string {
  return hasLargeTable(cleaned) ? toLines(cleaned) : toText(cleaned);
}
