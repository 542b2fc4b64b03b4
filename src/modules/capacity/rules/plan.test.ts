import fc from "fast-check";
import { expect, test } from "vitest";
import { type Load, loadInputs, tiers } from "./figures/tiers";
import { planCapacity } from "./plan";

const nothing: Load = {
  monthlyActiveUsers: 0,
  ticketsPerDay: 0,
  connections: 0,
  requestsPerMinute: 0,
};

test("each tier's own row gets that tier's servers and bill", () => {
  for (const tier of tiers) {
    const plan = planCapacity(tier.carries);
    expect(plan.tier).toBe(tier.tier);
    expect(plan.monthlyCost).toEqual(tier.monthlyCost);
    expect(plan.api).toEqual(tier.api);
  }
});

test("one more than a tier carries, of any of the four, is the next tier", () => {
  for (const [index, tier] of tiers.slice(0, -1).entries()) {
    for (const input of loadInputs) {
      const plan = planCapacity({ ...tier.carries, [input]: tier.carries[input] + 1 });
      expect(plan.tier).toBe(tiers[index + 1]?.tier);
      expect(plan.firstLimit).toBe(input);
    }
  }
});

test("a billion users are still enterprise, the largest that the founders planned", () => {
  const plan = planCapacity({ ...nothing, monthlyActiveUsers: 1e9 });
  expect(plan).toMatchObject({
    tier: "enterprise",
    valkey: { cluster: true },
    firstLimit: "monthlyActiveUsers",
    monthlyCost: { total: 6_000 },
  });
});

test("where nothing comes nothing can be the first limit", () => {
  expect(planCapacity(nothing)).toMatchObject({ tier: "small", firstLimit: null });
});

test("more of anything never plans for a smaller tier", () => {
  const amount = fc.integer({ min: 0, max: 2_000_000 });
  const load = fc.record({
    monthlyActiveUsers: amount,
    ticketsPerDay: amount,
    connections: amount,
    requestsPerMinute: amount,
  });
  const rank = (given: Load) => tiers.findIndex(({ tier }) => tier === planCapacity(given).tier);
  fc.assert(
    fc.property(load, fc.constantFrom(...loadInputs), amount, (given, input, more) => {
      const grown = { ...given, [input]: given[input] + more };
      expect(rank(grown)).toBeGreaterThanOrEqual(rank(given));
    }),
  );
});
