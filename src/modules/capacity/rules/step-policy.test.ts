import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { apiPolicy } from "./figures/policies";
import { type Sample, type StepPolicy, simulate } from "./step-policy";

const every = (seconds: number, values: readonly number[]): Sample[] =>
  values.map((value, index) => ({ at: index * seconds, value }));
const counts = (policy: StepPolicy, replicas: number, trace: readonly Sample[]) =>
  simulate(policy, replicas, trace).map((step) => step.replicas);
const flat = (length: number, value: number) => Array.from({ length }, () => value);

describe("the founding rule for API servers", () => {
  test("adds one after two minutes above 70 %, the next when the three minutes of cooldown are over", () => {
    expect(counts(apiPolicy, 2, every(60, flat(7, 90)))).toEqual([2, 2, 3, 3, 3, 4, 4]);
  });

  test("takes one away for every ten minutes below 30 %, down to two", () => {
    const steps = simulate(apiPolicy, 4, every(60, flat(40, 10)));
    const changes = steps.filter(
      (step, index) => step.replicas !== (steps[index - 1]?.replicas ?? 4),
    );
    expect(changes.map(({ at, replicas }) => [at, replicas])).toEqual([
      [600, 3],
      [1_200, 2],
    ]);
  });

  test("exactly 70 % is not above it, and one such sample begins the two minutes anew", () => {
    expect(counts(apiPolicy, 2, every(60, [90, 90, 70, 90, 90, 90]))).toEqual([2, 2, 2, 2, 2, 3]);
  });

  test("the cooldown after a step up holds back a step down as well", () => {
    const policy = { ...apiPolicy, scaleDown: { below: 30, forSeconds: 0, cooldownSeconds: 300 } };
    const trace = every(60, [90, 90, 90, 10, 10, 10, 10, 10, 10]);
    expect(counts(policy, 2, trace)).toEqual([2, 2, 3, 3, 3, 3, 3, 2, 2]);
  });

  test("every sample is explained, holds too", () => {
    const reasons = simulate(apiPolicy, 10, every(130, [82, 82])).map((step) => step.reason);
    expect(reasons).toEqual([
      "cpu 82 above 70 for 0 s, not yet for 120 s",
      "cpu 82 above 70 for 130 s, but 10 is the maximum",
    ]);
    expect(simulate(apiPolicy, 3, every(130, [82, 82]))[1]?.reason).toBe(
      "cpu 82 above 70 for 130 s, cooldown over: 3 to 4",
    );
  });
});

test("a rule that never goes down never goes down", () => {
  const { scaleDown: _, ...policy } = apiPolicy;
  expect(counts(policy, 5, every(600, flat(9, 0)))).toEqual(flat(9, 5));
});

test("a count that lies outside a new rule's bounds is brought inside with the first sample", () => {
  expect(counts(apiPolicy, 1, every(60, [50, 50]))).toEqual([2, 2]);
  expect(counts(apiPolicy, 14, every(60, [50, 50]))).toEqual([10, 10]);
});

const anyRun = fc.record({
  policy: fc.record({
    metric: fc.constant("load"),
    min: fc.integer({ min: 0, max: 3 }),
    max: fc.integer({ min: 3, max: 7 }),
    scaleUp: fc.record({
      above: fc.integer({ min: 50, max: 90 }),
      forSeconds: fc.nat(120),
      cooldownSeconds: fc.nat(120),
    }),
    scaleDown: fc.record({
      below: fc.integer({ min: 10, max: 50 }),
      forSeconds: fc.nat(120),
      cooldownSeconds: fc.nat(120),
    }),
  }),
  gaps: fc.array(fc.record({ gap: fc.integer({ min: 1, max: 60 }), value: fc.nat(100) }), {
    minLength: 1,
    maxLength: 80,
  }),
});

test("whatever happens it stays in bounds, steps by one, waits out the cooldown and has its reason", () => {
  fc.assert(
    fc.property(anyRun, ({ policy, gaps }) => {
      let at = 0;
      const trace = gaps.map(({ gap, value }) => {
        at += gap;
        return { at, value };
      });
      let before = 3;
      let lastStepAt: number | null = null;
      for (const [index, step] of simulate(policy, 3, trace).entries()) {
        const change = step.replicas - before;
        expect(step.replicas).toBeGreaterThanOrEqual(policy.min);
        expect(step.replicas).toBeLessThanOrEqual(policy.max);
        expect(Math.abs(change)).toBeLessThanOrEqual(1);
        if (change !== 0) {
          const rule = change > 0 ? policy.scaleUp : policy.scaleDown;
          if (lastStepAt !== null) {
            expect(step.at - lastStepAt).toBeGreaterThanOrEqual(rule.cooldownSeconds);
          }
          const since = Math.max(step.at - rule.forSeconds, lastStepAt ?? 0);
          const meanwhile = trace.slice(0, index + 1).filter((sample) => sample.at >= since);
          const holds = (sample: Sample) =>
            change > 0
              ? sample.value > policy.scaleUp.above
              : sample.value < policy.scaleDown.below;
          expect(meanwhile.every(holds)).toBe(true);
          lastStepAt = step.at;
        }
        before = step.replicas;
      }
    }),
  );
});
