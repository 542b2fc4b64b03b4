import MarkdownIt from "markdown-it";
import { limits } from "@/platform/limits";
import { isBare } from "./bare-html";
import { cleanHtml } from "./clean-html";

// Chosen over marked because it bounds its nesting and stays linear on hostile text, where marked
// overflows the stack on 5,000 signs of quotation.
const markdown = new MarkdownIt({
  html: true,
  xhtmlOut: true,
  breaks: true,
  linkify: true,
  maxNesting: limits.htmlNestingLevelsMax,
});

/** Task lists come without a form's checkbox: a sign reads the same and is no control. */
function taskSigns(source: string): string {
  return source.replace(
    /^(\s{0,12}(?:[-*+]|\d{1,9}[.)])[ \t]+)\[([ xX])\](?=[ \t])/gm,
    (_, item: string, mark: string) => `${item}${mark === " " ? "☐" : "☑"}`,
  );
}

/** What a person wrote in Markdown (with HTML in it, where they know it), cleaned. */
export function markdownToHtml(source: string): string {
  const html = markdown.render(taskSigns(source));
  return !source.includes("<") && isBare(html) ? html : cleanHtml(html).html;
}
