import fc from "fast-check";
import { expect, test } from "vitest";
import { splitQuoted } from "./quoted";

const quote = "<blockquote><p>How hot is it?</p><blockquote><p>Hot.</p></blockquote></blockquote>";

test.each([
  ["a quote under an answer", "<p>32 °C.</p>", quote],
  ["with the line that introduces it", "<p>32 °C.</p>", `<p>On Tue, Mia Lund wrote:</p>${quote}`],
  ["in another language", "<p>32 °C.</p>", `<p>Am 24.11. schrieb Mia Lund:</p>${quote}`],
  ["a signature", "<p>32 °C.</p>", "<p>-- <br>Anna, Fjord</p>"],
  ["a signature and a quote", "<p>32 °C.</p>", `<p>-- <br>Anna</p>${quote}`],
])("%s is folded", (_, said, quoted) => {
  expect(splitQuoted(said + quoted)).toEqual({ said, quoted });
});

test.each([
  ["a quote that is answered below it", `${quote}<p>32 °C.</p>`],
  ["a message that is nothing but a quote", quote],
  ["words without a quote", "<p>She wrote:</p>"],
  ["a list with dashes", "<p>--verbose is the flag</p>"],
])("%s stays whole", (_, html) => {
  expect(splitQuoted(html)).toEqual({ said: html, quoted: "" });
});

test("nothing is lost, whatever is written", () => {
  const part = fc.constantFrom("<p>a</p>", "<p></p>", quote, "<p>-- <br>x</p>", "<p>b wrote:</p>");
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const { said, quoted } = splitQuoted(parts.join(""));
      expect(said + quoted).toBe(parts.join(""));
    }),
  );
});
