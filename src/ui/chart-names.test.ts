import fc from "fast-check";
import { expect, test } from "vitest";
import { apart } from "./chart-names";

test("words stay beside their lines while there is room", () => {
  expect(apart([100, 20, 60], 200)).toEqual([100, 20, 60]);
});

test("words at one height come apart, and none falls out below", () => {
  expect(apart([50, 50, 50], 200)).toEqual([50, 65, 80]);
  expect(apart([198, 199], 200)).toEqual([185, 200]);
});

test("however lines end, no two words stand on each other", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 6 }), (tops) => {
      const places = apart(tops, 400).toSorted((a, b) => a - b);
      for (const [index, place] of places.entries())
        expect(place - (places[index - 1] ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(15);
    }),
  );
});
