import { getSchema } from "@tiptap/core";
import { Node } from "@tiptap/pm/model";
import { expect, test } from "vitest";
import { markdownToHtml as asTheServerShows } from "@/platform/content";
import { extensions } from "./extensions";
import { toMarkdown } from "./markdown";

const schema = getSchema(extensions);
type Json = { type: string; [name: string]: unknown };

const documentOf = (...content: Json[]) => Node.fromJSON(schema, { type: "doc", content });
const words = (text: string, ...marks: (string | Json)[]) => ({
  type: "text",
  text,
  marks: marks.map((mark) => (typeof mark === "string" ? { type: mark } : mark)),
});
const paragraph = (...content: Json[]) => ({ type: "paragraph", content });
const item = (...content: Json[]) => ({ type: "listItem", content });

const shown = (...content: Json[]) => asTheServerShows(toMarkdown(documentOf(...content))).trim();

test("what is written in bold, italic, code and struck through is shown so", () => {
  const html = shown(
    paragraph(
      words("a "),
      words("b", "bold"),
      words(" "),
      words("c", "italic"),
      words(" "),
      words("d", "code"),
      words(" "),
      words("e", "strike"),
    ),
  );
  expect(html).toBe("<p>a <strong>b</strong> <em>c</em> <code>d</code> <s>e</s></p>");
});

test("a new line is a new line, and a paragraph a paragraph", () => {
  const html = shown(
    paragraph(words("one"), { type: "hardBreak" }, words("two")),
    paragraph(words("three")),
  );
  expect(html).toMatch(/^<p>one<br ?\/?>\s*two<\/p>\s*<p>three<\/p>$/);
});

test("lists, quotes, headings and blocks of code come through, one in another, too", () => {
  const html = shown(
    { type: "heading", attrs: { level: 2 }, content: [words("Steps")] },
    {
      type: "orderedList",
      attrs: { start: 9 },
      content: [
        item(paragraph(words("first")), {
          type: "bulletList",
          content: [item(paragraph(words("inner")))],
        }),
        item(paragraph(words("second"))),
      ],
    },
    { type: "blockquote", content: [paragraph(words("she said"))] },
    { type: "codeBlock", attrs: { language: "sh" }, content: [words("echo ```")] },
  );
  expect(html).toContain("<h2>Steps</h2>");
  expect(html).toMatch(/<ol start="9">\s*<li>first\s*<ul>\s*<li>inner<\/li>/);
  expect(html).toMatch(/<li>second<\/li>/);
  expect(html).toMatch(/<blockquote>\s*<p>she said<\/p>/);
  expect(html).toContain("echo ```");
});

test.each([
  "5 * 3 * 2",
  "<b>not bold</b>",
  "snake_case_name",
  "# no title",
  "1. no list",
  "a & b",
  "- dash",
])("what is typed as text stays text: %s", (text) => {
  const html = shown(paragraph(words(text)));
  const plain = html
    .replace(/^<p>|<\/p>$/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
  expect(plain).toBe(text);
});

test("a link keeps its address, and a picture stands where it was put", () => {
  const link = { type: "link", attrs: { href: "https://example.com/a_(b)" } };
  const picture = {
    type: "image",
    attrs: { src: "/files/inline/0190a000-0000-7000-8000-000000000001", alt: "vent" },
  };
  const html = shown(paragraph(words("see "), words("here", link), words(" "), picture));
  expect(html).toContain('href="https://example.com/a_');
  expect(html).toContain('src="/files/inline/0190a000-0000-7000-8000-000000000001"');
  expect(html).toContain('alt="vent"');
});
