import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { durationMsEdges } from "@/platform/telemetry/edges";
import { type Bucket, percentileOf, shareWithin } from "./percentile";

const total = 1e7;

/** Counts as they would be if exactly so many came as the distribution says. */
function counted(shareBelow: (ms: number) => number): Bucket[] {
  let before = 0;
  const buckets = durationMsEdges.map((edge): Bucket => {
    const count = Math.round((shareBelow(edge) - before) * total);
    before = shareBelow(edge);
    return { edge, count };
  });
  return [...buckets, { edge: null, count: Math.round((1 - before) * total) }];
}

/** Of a median of 1, where 50, 95 and 99 % lie, in standard deviations. */
const deviations: readonly (readonly [q: number, z: number])[] = [
  [0.5, 0],
  [0.95, 1.6448536269514722],
  [0.99, 2.3263478740408408],
];

/** The normal distribution's share below z, by its series. */
function normalShare(z: number): number {
  if (z < -8) return 0;
  if (z > 8) return 1;
  let term = z;
  let sum = z;
  for (let n = 1; Math.abs(term) > 1e-17; n++) {
    term *= (z * z) / (2 * n + 1);
    sum += term;
  }
  return 0.5 + (sum * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
}

const errorOf = (found: number | undefined, real: number) => Math.abs((found ?? 0) / real - 1);

describe("a percentile read from our buckets is less than 5 % off", () => {
  test("for durations that are log-normal, as those of requests are", () => {
    const median = fc.double({ min: 5, max: 800, noNaN: true });
    const spread = fc.double({ min: 0.55, max: 1.5, noNaN: true });
    fc.assert(
      fc.property(median, spread, (ms, sigma) => {
        const buckets = counted((edge) => normalShare(Math.log(edge / ms) / sigma));
        for (const [q, z] of deviations) {
          const real = ms * Math.exp(sigma * z);
          // Above the highest target the edges are meant to be coarse.
          if (real > 5_000) continue;
          expect(errorOf(percentileOf(buckets, q)?.value, real)).toBeLessThan(0.05);
        }
      }),
    );
  });

  test("for durations that are exponential, as waits in a queue are", () => {
    fc.assert(
      fc.property(fc.double({ min: 5, max: 1_000, noNaN: true }), (mean) => {
        const buckets = counted((edge) => 1 - Math.exp(-edge / mean));
        for (const q of [0.5, 0.95, 0.99]) {
          const real = -mean * Math.log(1 - q);
          expect(errorOf(percentileOf(buckets, q)?.value, real)).toBeLessThan(0.05);
        }
      }),
    );
  });
});

test("whatever was counted, percentiles rise with the share and lie in their bucket", () => {
  const counts = fc.array(fc.nat(1_000), {
    minLength: durationMsEdges.length + 1,
    maxLength: durationMsEdges.length + 1,
  });
  const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });
  fc.assert(
    fc.property(counts, share, share, (numbers, a, b) => {
      fc.pre(numbers.some((count) => count > 0));
      const buckets = numbers.map((count, index) => ({
        edge: durationMsEdges[index] ?? null,
        count,
      }));
      const [low, high] = [
        percentileOf(buckets, Math.min(a, b)),
        percentileOf(buckets, Math.max(a, b)),
      ];
      expect(low?.value ?? 0).toBeLessThanOrEqual((high?.value ?? 0) * (1 + 1e-12));
      const ceiling = durationMsEdges.find((edge) => edge >= (high?.value ?? 0) * (1 - 1e-12));
      const within = shareWithin(buckets, ceiling ?? 0) ?? 0;
      if (high !== null && !high.isAtLeast) {
        expect(within).toBeGreaterThanOrEqual(Math.max(a, b) - 1e-9);
      }
    }),
  );
});

test("a share within one of the edges is exact, within another number it is not told", () => {
  const buckets = [
    { edge: 100, count: 70 },
    { edge: 200, count: 25 },
    { edge: null, count: 5 },
  ];
  expect(shareWithin(buckets, 200)).toBe(0.95);
  expect(shareWithin(buckets, 150)).toBeNull();
  expect(percentileOf(buckets, 0.99)).toEqual({ value: 200, isAtLeast: true });
  expect(percentileOf([{ edge: 100, count: 0 }], 0.5)).toBeNull();
});
