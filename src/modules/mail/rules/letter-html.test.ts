import { expect, test } from "vitest";
import { letterHtml } from "./letter-html";

test("paragraphs and quotes become what they are, without the blanks at their ends", () => {
  expect(letterHtml("It jams.\nSince noon.  \n\n> How?\n")).toBe(
    "<p>It jams.<br>Since noon.</p><blockquote><p>How?</p></blockquote>",
  );
});

// Each blank was once looked at as if it were the first of the last ones: a minute for such a letter.
test("a letter of blanks is written as fast as one of words", () => {
  const blanks = " ".repeat(500_000);
  expect(letterHtml(`It${blanks}jams.`)).toBe(`<p>It${blanks}jams.</p>`);
});
