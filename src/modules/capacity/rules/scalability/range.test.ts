import { expect, test } from "vitest";
import type { Point } from "./law";
import { throughputAt } from "./law";
import { rangedFit } from "./range";

const law = { alpha: 0.03, beta: 0.0002, gamma: 100 };
const loads = [1, 5, 10, 20, 40, 60, 80, 100];
const exact = loads.map((load): Point => [load, throughputAt(law, load)]);

test("without noise the range is the value", () => {
  const found = rangedFit(exact);
  expect(found?.most.value).toBeCloseTo(throughputAt(law, Math.sqrt(0.97 / 0.0002)), 3);
  expect(found?.most.low).toBeCloseTo(found?.most.value ?? 0, 2);
  expect(found?.most.high).toBeCloseTo(found?.most.value ?? 0, 2);
});

test("with noise the range holds the truth, and is the same each time it is asked", () => {
  const noisy = exact.map(
    ([load, done], index): Point => [load, done * (1 + (index % 2 === 0 ? 0.04 : -0.04))],
  );
  const found = rangedFit(noisy);
  const truth = throughputAt(law, Math.sqrt(0.97 / 0.0002));
  expect(found?.most.low).toBeLessThan(truth);
  expect(found?.most.high).toBeGreaterThan(truth);
  expect(rangedFit(noisy)).toEqual(found);
});

test("three points leave nothing to judge by: no range", () => {
  expect(rangedFit(exact.slice(0, 3))?.most).toMatchObject({ low: null, high: null });
});

test("the most is never looked for beyond what was measured", () => {
  const found = rangedFit(exact.slice(0, 5));
  expect(found?.mostAt).toBe(40);
  expect(found?.loadMax).toBe(40);
});
