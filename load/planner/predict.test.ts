import { expect, test } from "vitest";
import { missBy, predictSaturation } from "./predict";

test("a process whose requests take 4 ms of CPU carries 250 a second", () => {
  const lights = [1, 2, 4].map((connections) => ({
    connections,
    perSecond: 100 * connections,
    cpuMs: 4,
  }));
  expect(predictSaturation(lights, 64).byCpu).toBe(250);
});

test("the law's prediction lies on the curve that the light loads came from", () => {
  const law = (load: number) => (100 * load) / (1 + 0.2 * (load - 1));
  const lights = [1, 2, 3, 4].map((connections) => ({
    connections,
    perSecond: law(connections),
    cpuMs: 2,
  }));
  expect(predictSaturation(lights, 32).byLaw).toBeCloseTo(law(32), 0);
  expect(missBy(115, 100)).toBeCloseTo(0.15, 10);
});
