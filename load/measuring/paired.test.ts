import { expect, test } from "vitest";
import { estimateOf, type Pair, verdictOf } from "./paired";

/** Enough to tell that the interval is right, and not its last digit. */
const few = { resamples: 200 };

/** Draws that look like those of a busy machine: noise of some per cent, and now and then a turn far off. */
function noisy(count: number, share: number, seed: number): Pair[] {
  let state = seed;
  const draw = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const spread = () => 0.06 * (draw() + draw() + draw() - 1.5);
  return Array.from({ length: count }, () => {
    const slow = 1 + draw();
    const disturbed = draw() < 0.05 ? 1.5 : 1;
    const without = slow * (1 + spread());
    return { without, measured: slow * (1 + share) * (1 + spread()) * disturbed };
  });
}

test.each([-0.02, 0, 0.01, 0.02, 0.05])(
  "a true difference of %f is found within one per cent",
  (share) => {
    const found = estimateOf([noisy(200, share, 7)], few);
    expect(Math.abs(found.share - share)).toBeLessThan(0.01);
    expect(found.high - found.low).toBeLessThan(0.02);
    expect(found.low).toBeLessThanOrEqual(found.share);
    expect(found.high).toBeGreaterThanOrEqual(found.share);
  },
);

test("nineteen of twenty intervals hold the truth", () => {
  const runs = Array.from({ length: 60 }, (_, index) =>
    estimateOf([noisy(120, 0.02, 11 + index * 97)], few),
  );
  const holding = runs.filter(({ low, high }) => low <= 0.02 && 0.02 <= high);
  expect(holding.length).toBeGreaterThanOrEqual(52);
});

test("processes that differ by themselves widen the interval, however many turns each had", () => {
  const own = [-0.04, 0.05, 0.01, -0.03, 0.04, 0];
  const laps = own.map((share, index) => noisy(300, share, 5 + index));
  const { low, high } = estimateOf(laps, few);
  expect(high - low).toBeGreaterThan(0.03);
  expect([low < 0.005, high > 0.005]).toEqual([true, true]);
});

test("the same pairs give the same interval, and only a whole interval is a verdict", () => {
  const pairs = [noisy(50, 0.02, 3)];
  expect(estimateOf(pairs)).toEqual(estimateOf(pairs));
  const of = (low: number, high: number) => verdictOf({ share: (low + high) / 2, low, high }, 0.03);
  expect([of(0, 0.02), of(0.01, 0.04), of(0.04, 0.06)]).toEqual(["within", "unsure", "above"]);
});
