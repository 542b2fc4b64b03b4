import { convert } from "html-to-text";
import { cleanHtml } from "./clean-html";

/**
 * The words of an HTML text, for search, previews and plain mail: paragraphs apart, list signs,
 * quotes behind ">", addresses of links in brackets where they are not the words themselves.
 */
export function htmlToText(html: string): string {
  return convert(cleanHtml(html).html, {
    wordwrap: false,
    preserveNewlines: false,
    selectors: [
      { selector: "a", options: { hideLinkHrefIfSameAsText: true, linkBrackets: ["[", "]"] } },
      { selector: "img", format: "skip" },
      { selector: "table", format: "dataTable", options: { uppercaseHeaderCells: false } },
      ...["h1", "h2", "h3", "h4", "h5", "h6"].map((selector) => ({
        selector,
        options: { uppercase: false },
      })),
    ],
  });
}

/** One line for a list: no addresses, no line breaks, at most `charsMax` characters. */
export function htmlToPreview(html: string, charsMax: number): string {
  const words = convert(cleanHtml(html).html, {
    wordwrap: false,
    selectors: [
      { selector: "a", options: { ignoreHref: true } },
      { selector: "img", format: "skip" },
      { selector: "hr", format: "skip" },
      ...["h1", "h2", "h3", "h4", "h5", "h6"].map((selector) => ({
        selector,
        options: { uppercase: false },
      })),
    ],
  });
  const line = [...words.replace(/\s+/g, " ").trim()];
  return line.length <= charsMax ? line.join("") : `${line.slice(0, charsMax - 1).join("")}…`;
}
