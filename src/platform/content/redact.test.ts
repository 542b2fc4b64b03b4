import fc from "fast-check";
import { expect, test } from "vitest";
import { redactHtml, redactJson, redactText, saysWords } from "./redact";

const words = "Secret 4711";

test.each([
  ["plain", "<p>my secret 4711 is</p>", "<p>my [removed] is</p>"],
  ["in bold", "<p>sec<b>ret</b> 4711.</p>", "<p>[removed]<b></b>.</p>"],
  ["across lines", "<p>secret</p><p>4711</p>", "<p>[removed]</p><p></p>"],
  ["quoted", "<blockquote>Secret<br>4711</blockquote>", "<blockquote>[removed]<br></blockquote>"],
  ["with entities", "<p>secret&nbsp;&#52;711</p>", "<p>[removed]</p>"],
  [
    "in an address",
    '<a href="https://a.example/?q=secret+4711">a</a>',
    '<a href="https://a.example/?q=removed">a</a>',
  ],
  ["twice", "<p>secret 4711, secret 4711</p>", "<p>[removed], [removed]</p>"],
])("words are removed %s", (_says, html, expected) => {
  expect(redactHtml(html, words)).toBe(expected);
});

test("what does not say the words stays as it is", () => {
  const html = '<p>Secret 471 &amp; "more" <b>x</b></p>';
  expect(redactHtml(html, words)).toBe(html);
});

test("a quoted line of plain text is no hiding place", () => {
  expect(redactText("> my secret\n> 4711", words)).toBe("> my [removed]");
});

test("words with signs of patterns are words", () => {
  expect(redactText("cost (5$) [x]", "(5$) [x]")).toBe("cost [removed]");
});

test("every text of a payload loses them", () => {
  const payload = { row: { subject: "Secret 4711?" }, list: ["<b>secret</b> 4711", 7, null] };
  expect(JSON.stringify(redactJson(payload, words))).not.toMatch(/secret|4711/i);
});

test("whatever surrounds them, nothing says them afterwards", () => {
  const around = fc.array(
    fc.constantFrom("<p>", "</p>", "<b>", "</b>", "<br>", "&amp;", "x", " ", "é", "😀", words),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(around, around, (before, after) => {
      const html = [...before, words, ...after].join("");
      const seen = redactHtml(html, words).replace(/<[^>]*>/g, "");
      expect(saysWords(seen, words)).toBe(false);
    }),
  );
});
