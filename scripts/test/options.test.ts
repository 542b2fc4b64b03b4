import { expect, test } from "vitest";
import { parseTestOptions } from "./options";

test("without a word everything runs", () => {
  expect(parseTestOptions([])).toEqual({ long: false, args: [] });
  expect(parseTestOptions(["--long"])).toEqual({ long: true, args: [] });
});

test("a stage's own arguments reach its tool untouched", () => {
  expect(parseTestOptions(["unit", "src/a.test.ts", "-t", "a name"])).toEqual({
    stage: "unit",
    long: false,
    args: ["src/a.test.ts", "-t", "a name"],
  });
});

test("long proofs alone are long without being told so", () => {
  expect(parseTestOptions(["long", "load/chaos"])).toEqual({
    stage: "long",
    long: true,
    args: ["load/chaos"],
  });
});

test("a word that is no stage is refused with those that are", () => {
  expect(() => parseTestOptions(["units"])).toThrow(/no stage "units".*types\|lint/);
});
