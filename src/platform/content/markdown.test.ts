import { expect, test } from "vitest";
import { timesHonest, timesHonestMax } from "@/testing/cost";
import { markdownToHtml } from "./markdown";
import { dangersIn } from "./parsed-html";
import { htmlToText } from "./plain-text";
import { xssVectors } from "./xss-vectors";

test("a reply with Markdown looks as it was meant", () => {
  const html = markdownToHtml(
    "Hi **Ann**,\nsee below:\n\n- [ ] pay\n- [x] ship\n\n> quoted\n\n`a<b`",
  );
  expect(html).toContain("<strong>Ann</strong>,<br />");
  expect(html).toContain("<li>☐ pay</li>\n<li>☑ ship</li>");
  expect(html).toContain("<blockquote>\n<p>quoted</p>\n</blockquote>");
  expect(html).toContain("<code>a&lt;b</code>");
});

test("a table keeps its alignment, a code block its language", () => {
  expect(markdownToHtml("| a |\n| :-: |\n| 1 |")).toContain('<td align="center">1</td>');
  expect(markdownToHtml("```ts\nlet a;\n```")).toContain('<code class="language-ts">let a;');
});

test("a pasted address becomes a link that tells the other side nothing", () => {
  expect(markdownToHtml("https://a.example/x?y=1")).toBe(
    '<p><a href="https://a.example/x?y=1" target="_blank" rel="noopener noreferrer nofollow">https://a.example/x?y=1</a></p>\n',
  );
});

test("no attack gets through Markdown, in the open or as a link, a picture or code", () => {
  for (const vector of xssVectors) {
    const one = vector.replace(/\n/g, " ");
    for (const source of [
      vector,
      `[x](${one})`,
      `![x](${one})`,
      `- ${one}`,
      `\`${one}`,
      `[a]: ${one}\n[a]`,
    ]) {
      expect(dangersIn(markdownToHtml(source))).toEqual([]);
    }
  }
});

test.each([
  ">",
  "- ",
  "[",
  "*a ",
  "**a",
  "_a__",
  "[a](",
  "![",
  "|",
  "http://a.",
  "a@",
  "~a~~",
  "`a``",
])("a hundred thousand characters of %j are answered like any other text", (piece) => {
  let html = "";
  const honest = () => void markdownToHtml("The **vent** jams. ".repeat(100_000 / 19));
  const hostile = () => {
    html = markdownToHtml(piece.repeat(100_000 / piece.length));
  };
  expect(timesHonest(honest, hostile)).toBeLessThan(timesHonestMax);
  expect(dangersIn(html)).toEqual([]);
});

test("search and plain mail get the words, with quotes, lists and addresses still readable", () => {
  const html = markdownToHtml(
    "# Dear Ann\n\n- one\n- two\n\n> quoted\n\n[our page](https://a.example/)",
  );
  expect(htmlToText(html)).toBe(
    "Dear Ann\n\n * one\n * two\n\n> quoted\n\nour page [https://a.example/]",
  );
});

test("a script's words are no words, and a table's cells do not run together", () => {
  expect(htmlToText("<p>a</p><script>secret()</script><style>p{}</style><p>b</p>")).toBe("a\n\nb");
  expect(htmlToText("<table><tr><td>left<td>right<tr><td>low</table>")).toMatch(/left +right\nlow/);
});
