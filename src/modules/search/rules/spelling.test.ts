import fc from "fast-check";
import { expect, test } from "vitest";
import { formsOf, isOneErrorAway, likelyWords } from "./spelling";

const word = fc.string({ minLength: 4, maxLength: 12, unit: fc.constantFrom(..."abcdeß") });
const place = fc.nat({ max: 20 });
const letter = fc.constantFrom(..."abcdex");

/** One typing error, of one of the four kinds. */
const error = fc.record({ kind: fc.constantFrom("drop", "add", "change", "swap"), place, letter });

function withError(
  text: string,
  { kind, place: at, letter: char }: { kind: string; place: number; letter: string },
) {
  const letters = [...text];
  const here = at % letters.length;
  if (kind === "drop") return letters.toSpliced(here, 1).join("");
  if (kind === "add") return letters.toSpliced(here, 0, char).join("");
  if (kind === "change") return letters.with(here, char).join("");
  const next = letters[here + 1];
  return next === undefined
    ? text
    : letters
        .with(here, next)
        .with(here + 1, letters[here] ?? "")
        .join("");
}

test("every single typing error is one error away, and shares a form with what was meant", () => {
  fc.assert(
    fc.property(word, error, (meant, mistake) => {
      const written = withError(meant, mistake);
      fc.pre(written !== meant);
      expect(isOneErrorAway(written, meant)).toBe(true);
      expect(isOneErrorAway(meant, written)).toBe(true);
      const forms = new Set(formsOf(written));
      expect(formsOf(meant).some((form) => forms.has(form))).toBe(true);
    }),
  );
});

test.each([
  ["refund", "refund"],
  ["refund", "defend"],
  ["pump", "bumps"],
  ["abcd", "badc"],
])("%s and %s are not one error apart", (one, other) => {
  expect(isOneErrorAway(one, other)).toBe(false);
});

test("what was probably meant begins alike, and is common", () => {
  const known = [
    { word: "jump", messages: 900 },
    { word: "pumps", messages: 40 },
    { word: "pomp", messages: 3 },
    { word: "plum", messages: 9_000 },
  ];
  expect(likelyWords("pamp", known)).toEqual(["pomp"]);
  expect(likelyWords("pump", known)).toEqual(["pumps", "pomp", "jump"]);
});
