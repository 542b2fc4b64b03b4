import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitScalability } from "./fit";
import { type Point, throughputAt } from "./law";
import { squaredError } from "./least-squares";

/** SPEC SDM91 on a SPARCcenter 2000, as published with the R package usl. */
const specSdm91: readonly Point[] = [
  [1, 64.9],
  [18, 995.9],
  [36, 1652.4],
  [72, 1853.2],
  [108, 1828.9],
  [144, 1775],
  [216, 1702.2],
];
/** Gunther's ray tracer on an SGI Origin 2000, of the same package. */
const rayTracer: readonly Point[] = [
  [1, 20],
  [4, 78],
  [8, 130],
  [12, 170],
  [16, 190],
];

describe("published fits (R package usl 3, summary and tests)", () => {
  test("SPEC SDM91: coefficients, peak, limit, optimum and what is left unexplained", () => {
    const fit = fitScalability(specSdm91, [1, 18, 36, 72, 108, 144, 216]);
    expect(fit?.alpha).toBeCloseTo(0.0277285, 7);
    expect(fit?.beta).toBeCloseTo(0.0001044, 7);
    expect(fit?.gamma).toBeCloseTo(89.995233, 3);
    expect(fit?.residual).toBeCloseTo(82.85, 2);
    expect(fit?.peak?.load).toBeCloseTo(96.52, 2);
    expect(fit?.peak?.throughput).toBeCloseTo(1884, 0);
    expect(fit?.limit).toBeCloseTo(3246, 0);
    expect(fit?.optimal).toBeCloseTo(36.06, 2);
    expect(fit?.predicted.map(Math.round)).toEqual([90, 1078, 1541, 1850, 1879, 1822, 1646]);
  });

  test("the ray tracer's first five rows: alpha 0.028, beta 0.001, gamma 21.059", () => {
    const fit = fitScalability(rayTracer);
    expect(fit?.alpha).toBeCloseTo(0.028, 3);
    expect(fit?.beta).toBeCloseTo(0.001, 3);
    expect(fit?.gamma).toBeCloseTo(21.059, 3);
  });

  test("the worked example whose alpha and beta are 0.02 and gamma 1", () => {
    const fit = fitScalability([
      [1, 1],
      [2, 1.8868],
      [4, 3.0769],
      [6, 3.5294],
      [8, 3.5398],
      [10, 3.3557],
    ]);
    expect(fit?.alpha).toBeCloseTo(0.02, 4);
    expect(fit?.beta).toBeCloseTo(0.02, 4);
    expect(fit?.gamma).toBeCloseTo(1, 3);
  });
});

const loads = [1, 2, 4, 8, 12, 16, 24, 32, 48, 64];
const planted = fc.record({
  alpha: fc.oneof(fc.constant(0), fc.double({ min: 1e-4, max: 0.9, noNaN: true })),
  beta: fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max: 0.05, noNaN: true })),
  gamma: fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
});

test("what was planted is found again, and what was 0 is exactly 0", () => {
  fc.assert(
    fc.property(planted, (law) => {
      const fit = fitScalability(loads.map((load) => [load, throughputAt(law, load)]));
      expect(fit?.alpha).toBeCloseTo(law.alpha, 6);
      expect(fit?.beta).toBeCloseTo(law.beta, 8);
      expect((fit?.gamma ?? 0) / law.gamma).toBeCloseTo(1, 7);
      if (law.beta === 0) expect(fit?.peak).toBeNull();
      if (law.alpha === 0) expect([fit?.limit, fit?.optimal]).toEqual([null, null]);
    }),
  );
});

test("no law near the one that is found misses the points by less, and none of its parts is below 0", () => {
  const noise = fc.array(fc.double({ min: 0.8, max: 1.2, noNaN: true }), {
    minLength: loads.length,
    maxLength: loads.length,
  });
  const nudge = fc.double({ min: -0.05, max: 0.05, noNaN: true });
  fc.assert(
    fc.property(planted, noise, nudge, nudge, nudge, (law, factors, da, db, dg) => {
      const points = loads.map(
        (load, index): Point => [load, throughputAt(law, load) * (factors[index] ?? 1)],
      );
      const fit = fitScalability(points);
      expect(fit).not.toBeNull();
      if (fit === null) return;
      expect(Math.min(fit.alpha, fit.beta)).toBeGreaterThanOrEqual(0);
      expect(fit.gamma).toBeGreaterThan(0);
      const near = {
        alpha: Math.max(0, fit.alpha + da),
        beta: Math.max(0, fit.beta + db * 0.1),
        gamma: fit.gamma * (1 + dg),
      };
      expect(squaredError(fit, points)).toBeLessThanOrEqual(
        squaredError(near, points) * (1 + 1e-8),
      );
    }),
  );
});

describe("what cannot be said is null", () => {
  test("straight growth has no peak, no limit and no optimum", () => {
    const fit = fitScalability([
      [1, 10],
      [2, 20],
      [4, 40],
      [8, 80],
    ]);
    expect(fit).toMatchObject({ alpha: 0, beta: 0, peak: null, limit: null, optimal: null });
    expect(fit?.gamma).toBeCloseTo(10, 12);
  });

  test("throughputs that no machine can multiply have no law", () => {
    const points: Point[] = [
      [1, 1.7e308],
      [18, 995],
      [36, 1652],
      [72, 1853],
    ];
    expect(fitScalability(points, [96])).toBeNull();
  });

  test("three points leave nothing over to judge the fit by", () => {
    expect(fitScalability(rayTracer.slice(0, 3))?.residual).toBeNull();
  });

  test("growth that is better than straight is taken as straight, never as a part below 0", () => {
    const fit = fitScalability([
      [1, 10],
      [2, 22],
      [4, 48],
      [8, 110],
    ]);
    expect(fit).toMatchObject({ alpha: 0, beta: 0, peak: null });
  });

  test("what collapses at once has no peak that a load could reach", () => {
    const fit = fitScalability([
      [1, 100],
      [2, 10],
      [3, 1],
      [4, 0.1],
    ]);
    expect(fit?.beta).toBeGreaterThan(1);
    expect(fit?.peak).toBeNull();
  });
});
