import fc from "fast-check";
import { expect, test } from "vitest";
import { readAppearance, writeAppearance } from "./appearance";

test("what a person chose is what the next page shows", () => {
  const anyAppearance = fc.record({
    theme: fc.constantFrom("light" as const, "dark" as const, undefined),
    contrast: fc.constantFrom("more" as const, undefined),
    density: fc.constantFrom("compact" as const, undefined),
    keys: fc.constantFrom("off" as const, undefined),
  });
  fc.assert(
    fc.property(anyAppearance, (appearance) => {
      expect(readAppearance(writeAppearance(appearance))).toEqual(appearance);
    }),
  );
});

test("a cookie that somebody bent shows the system's choice", () => {
  expect(readAppearance("<script>.DARK")).toEqual({});
  expect(readAppearance(undefined)).toEqual({});
});
