import { compile } from "html-to-text";
import { cleanHtml } from "./clean-html";

const headings = ["h1", "h2", "h3", "h4", "h5", "h6"].map((selector) => ({
  selector,
  options: { uppercase: false },
}));

// Compiled once: it takes longer to read these options than to convert a message by them.
const toText = compile({
  wordwrap: false,
  preserveNewlines: false,
  selectors: [
    { selector: "a", options: { hideLinkHrefIfSameAsText: true, linkBrackets: ["[", "]"] } },
    { selector: "img", format: "skip" },
    { selector: "table", format: "dataTable", options: { uppercaseHeaderCells: false } },
    ...headings,
  ],
});

/**
 * The words of an HTML text, for search, previews and plain mail: paragraphs apart, list signs,
 * quotes behind ">", addresses of links in brackets where they are not the words themselves.
 */
export function htmlToText(html: string): string {
  return cleanedToText(cleanHtml(html).html);
}

/** The same of what `cleanHtml` or `markdownToHtml` gave, which needs no second cleaning. */
export function cleanedToText(cleaned: string): string {
  return toText(cleaned);
}
