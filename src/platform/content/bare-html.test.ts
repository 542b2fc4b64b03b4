import * as fc from "fast-check";
import MarkdownIt from "markdown-it";
import { expect, test } from "vitest";
import { isBare } from "./bare-html";
import { cleanHtml } from "./clean-html";
import { markdownToHtml } from "./markdown";

const writer = new MarkdownIt({ html: true, xhtmlOut: true, breaks: true, linkify: true });
const piece = fc.oneof(
  fc.constantFrom(
    ...[
      "- ",
      "1. ",
      "3) ",
      "> ",
      "*",
      "**",
      "_",
      "__",
      "~~",
      "`",
      "```",
      "\n",
      "\n\n",
      "    ",
      "\t",
    ],
    ...["# ", "---\n", "|a|b|\n|-|:-:|\n", "[a](b)", "![a](b)", "www.a.de", "a@b.de", "\\", "  \n"],
    ...["&amp;", "&", '"', "'", ">", "\u00ad", "\u202e", "\u0000", "\ud800", "\r", "é", "“", "😀"],
  ),
  fc.lorem({ maxCount: 3 }),
  fc.string({ unit: "binary", maxLength: 3 }),
);
const sources = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));

test("what is taken for bare is what the cleaner makes of it, to the letter", () => {
  let taken = 0;
  fc.assert(
    fc.property(sources, (source) => {
      const html = writer.render(source.replaceAll("<", ""));
      if (!isBare(html)) return;
      taken += 1;
      expect(cleanHtml(html)).toEqual({ html, removed: [] });
    }),
    { numRuns: 2_000 },
  );
  expect(taken).toBeGreaterThan(100);
});

test.each([
  '<a href="https://a.example">a</a>',
  "<p onclick=a>a</p>",
  "<p >a</p>",
  "<script>",
  "a &lt; b",
  '"',
  "a\u0000b",
  "<p",
])("%j is cleaned", (html) => expect(isBare(html)).toBe(false));

test("what lies deeper than the cleaner allows is cleaned", () => {
  expect(isBare("<ul><li>".repeat(20))).toBe(true);
  expect(isBare("<ul><li>".repeat(60))).toBe(false);
});

test("HTML that somebody wrote themselves is cleaned, however plain", () => {
  expect(markdownToHtml("<p><p>a</p>")).toBe(cleanHtml("<p><p>a</p>").html);
  expect(markdownToHtml("</em></p>\n\na")).not.toContain("</em>");
});
