import { expect, test } from "vitest";
import { foldWord } from "./characters";
import { patternOf } from "./pattern";
import { isRun, runsOf } from "./runs";

test("a phrase is letters and digits, whatever was written between and around them", () => {
  expect(patternOf("Box 7")).toBe("\\mb[oòóôõöøōő]x[^[:alnum:]]+7\\M");
  expect(patternOf("(b*x).+")).toBe("\\mb[^[:alnum:]]+x\\M");
  expect(patternOf("Straße")).toContain("(ß|ss)");
});

test("runs are what search compares", () => {
  expect(runsOf("FF-20104, anna_k@example.org")).toEqual([
    "FF",
    "20104",
    "anna",
    "k",
    "example",
    "org",
  ]);
  expect(runsOf(" -- ")).toEqual([]);
  expect(isRun("größe")).toBe(true);
  expect(isRun("a'b")).toBe(false);
  expect(foldWord("Größe")).toBe("grosse");
});
