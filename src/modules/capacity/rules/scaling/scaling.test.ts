import { expect, test } from "vitest";
import { policyWords } from "./policy-words";
import { replay, surgeTrace } from "./replay";
import { foundingPolicy } from "./subjects";

const web = foundingPolicy("web");

test("servers share what they carry together: more of them bring the value down", () => {
  const samples = Array.from({ length: 60 }, (_, minute) => ({ at: minute * 60, value: 200 }));
  const { steps, replicasMax, points, secondsAbove } = replay(web, { shared: true, samples }, 2);
  expect(steps.map(({ replicas }) => replicas)).toEqual([3]);
  expect(steps[0]?.reason).toBe("cpu 100 above 70 for 120 s, cooldown over: 2 to 3");
  expect(replicasMax).toBe(3);
  expect(points.at(-1)?.value).toBe(66.7);
  expect(secondsAbove).toBe(180);
});

test("a backlog stays as it was recorded, and goes up a step a cooldown to the maximum", () => {
  const policy = foundingPolicy("sla-checks");
  const samples = Array.from({ length: 30 }, (_, minute) => ({ at: minute * 60, value: 500 }));
  const { replicasMax, flaps } = replay(policy, { shared: false, samples }, 0);
  expect(replicasMax).toBe(5);
  expect(flaps).toBe(0);
});

test("what is no number and what lies in a gap is neither load nor cost", () => {
  const samples = [
    { at: 0, value: 10 },
    { at: 60, value: Number.NaN },
    { at: 100, value: 10 },
    { at: 90_000, value: 10 },
  ];
  const { points, instanceHours, secondsUnmeasured } = replay(web, { shared: false, samples }, 2);
  expect(points).toHaveLength(3);
  expect(secondsUnmeasured).toBe(40 + 89_900);
  expect(instanceHours).toBeCloseTo((2 * 100) / 3_600);
  expect(replay(web, { shared: true, samples: [] }, 2)).toMatchObject({
    points: [],
    instanceHours: 0,
    replicasMax: 2,
  });
});

test.each([
  ["a gap", []],
  ["no number", [{ at: 60, value: Number.NaN }]],
  ["no end", [{ at: 60, value: Number.POSITIVE_INFINITY }]],
])(
  "what stood above before %s does not go on to do so: the rule asks for nothing, as live",
  (_, between) => {
    const silence = between.length === 0 ? 600 : 120;
    const samples = [{ at: 0, value: 90 }, ...between, { at: silence, value: 90 }];
    const { steps, points } = replay(web, { shared: false, samples }, 2);
    expect(steps).toEqual([]);
    expect(points.at(-1)?.reason).toBe("cpu 90 above 70 for 0 s, not yet for 120 s");
    // Without the silence it would have been long enough.
    const whole = Array.from({ length: 11 }, (_each, minute) => ({ at: minute * 60, value: 90 }));
    expect(replay(web, { shared: false, samples: whole }, 2).steps.length).toBeGreaterThan(0);
  },
);

test("a trace out of order is read in its order, and a sample of no time is none", () => {
  const samples = [120, 0, 60, Number.NaN].map((at) => ({ at, value: 90 }));
  const { points, secondsAbove } = replay(web, { shared: false, samples }, 2);
  expect(points.map(({ at }) => at)).toEqual([0, 60, 120]);
  expect(secondsAbove).toBe(120);
});

test("an eager policy flaps where the founding one does not", () => {
  const samples = Array.from({ length: 180 }, (_, minute) => ({
    at: minute * 60,
    value: minute % 10 < 5 ? 90 : 20,
  }));
  const rule = { forSeconds: 0, cooldownSeconds: 0 };
  const eager = { ...web, scaleUp: { above: 70, ...rule }, scaleDown: { below: 30, ...rule } };
  expect(replay(eager, { shared: false, samples }, 2).flaps).toBeGreaterThan(10);
  expect(replay(web, { shared: false, samples }, 2).flaps).toBe(0);
});

test("a surge rises, stays and falls, and then there is an hour of rest", () => {
  const surge = { usual: 40, peak: 400, minutesRising: 10, minutesAtPeak: 20 };
  const { samples } = surgeTrace(surge, true);
  const at = (minute: number) => samples.find((sample) => sample.at === minute * 60)?.value;
  expect([at(0), at(5), at(10), at(30), at(40), at(100)]).toEqual([40, 220, 400, 400, 40, 40]);
  expect(surgeTrace({ ...surge, minutesRising: 0 }, true).samples[0]?.value).toBe(400);
});

test("a policy reads as a sentence", () => {
  expect(policyWords(web)).toBe(
    "From 2 to 10: one more when CPU stands above 70% for 2 min, then a rest of 3 min; one fewer below 30% for 10 min, then a rest of 5 min.",
  );
});
