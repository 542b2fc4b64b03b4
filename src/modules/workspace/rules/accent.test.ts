import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { accentGrounds, accentInstead, accentOf, contrastOf } from "./accent";

const anyColour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number) => `#${number.toString(16).padStart(6, "0")}`);

test("whatever colour an admin likes, what pages show of it can be read in both schemes", () => {
  fc.assert(
    fc.property(anyColour, (hex) => {
      const { light, onLight, dark, onDark } = accentOf(hex);
      for (const ground of accentGrounds.light)
        expect(contrastOf(light, ground)).toBeGreaterThanOrEqual(4.5);
      for (const ground of accentGrounds.dark)
        expect(contrastOf(dark, ground)).toBeGreaterThanOrEqual(4.5);
      expect(contrastOf(light, onLight)).toBeGreaterThanOrEqual(4.5);
      expect(contrastOf(dark, onDark)).toBeGreaterThanOrEqual(4.5);
    }),
    { numRuns: 300 },
  );
});

test("a refused colour comes with one that passes, and an accepted one stays as it is", () => {
  fc.assert(
    fc.property(anyColour, (hex) => {
      const instead = accentInstead(hex);
      if (instead === null) expect(accentOf(hex).light).toBe(hex);
      else expect(accentInstead(instead)).toBeNull();
    }),
    { numRuns: 300 },
  );
  expect(accentInstead("#ffd400")).not.toBeNull();
  expect(accentInstead("#0b6b68")).toBeNull();
});

test("the grounds are those of the design tokens", () => {
  const css = readFileSync("src/ui/tokens.css", "utf8");
  const roles = ["canvas", "surface", "raised", "sunken", "hover", "selected", "reply-paper"];
  const pairs = roles.map(
    (role) => new RegExp(`--${role}: light-dark\\((#\\w{6}), (#\\w{6})\\)`, "u").exec(css) ?? [],
  );
  expect(pairs.map(([, light]) => light)).toEqual(accentGrounds.light);
  expect(pairs.map(([, , dark]) => dark)).toEqual(accentGrounds.dark);
});
