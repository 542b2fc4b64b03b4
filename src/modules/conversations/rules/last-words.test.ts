import fc from "fast-check";
import { expect, test } from "vitest";
import { lastWords } from "./last-words";

test("a short message is shown whole, on one line", () => {
  expect(lastWords("The door\n\n does not  open.", 160)).toBe("The door does not open.");
});

test("a long message is cut at a word", () => {
  expect(lastWords("the greenhouse sensor reports", 24)).toBe("the greenhouse sensor…");
});

test("whatever is written fits the column, and no character is cut in half", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (text) => {
      const words = lastWords(text, 160);
      expect(Array.from(words).length).toBeLessThanOrEqual(160);
      expect(() => encodeURIComponent(words)).not.toThrow();
    }),
  );
});
