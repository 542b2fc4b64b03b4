import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Behavior } from "./behavior";
import { decideScaling, type ScalingQuestion } from "./decide";
import type { Metric } from "./metrics";

/** A queue of so many jobs, one replica each: it asks for exactly that many. */
const asks = (value: number): Metric => ({ kind: "total", target: 1, value });
const gone: Metric = { kind: "total", target: 1, unavailable: true };

const question = (given: Partial<ScalingQuestion>): ScalingQuestion => ({
  replicas: 10,
  min: 1,
  max: 1_000,
  tolerance: 0.1,
  metrics: [asks(10)],
  ...given,
});
const decide = (given: Partial<ScalingQuestion>) => decideScaling(question(given));

describe("the bounds come before anything else", () => {
  test("at nothing with a minimum it is switched off, however long the queue", () => {
    expect(decide({ replicas: 0, metrics: [asks(50)] })).toMatchObject({
      replicas: 0,
      limitedBy: "off",
    });
  });

  test("outside the bounds it is brought back at once, even if nothing is measured", () => {
    expect(decide({ replicas: 50, max: 20, metrics: [gone] })).toMatchObject({
      replicas: 20,
      limitedBy: "max",
    });
    expect(decide({ replicas: 2, min: 6, metrics: [gone] })).toMatchObject({
      replicas: 6,
      limitedBy: "min",
    });
  });

  test("with a minimum of nothing an empty queue lets the last one go, and work brings it back", () => {
    expect(decide({ replicas: 1, min: 0, metrics: [asks(0)] }).replicas).toBe(0);
    expect(decide({ replicas: 0, min: 0, metrics: [asks(3)] }).replicas).toBe(3);
  });
});

describe("several metrics", () => {
  test("the largest proposal wins", () => {
    expect(decide({ metrics: [asks(7), asks(13), asks(2)] }).replicas).toBe(13);
  });

  test("while one is unavailable nothing is taken away, but something may be added", () => {
    expect(decide({ metrics: [asks(5), gone] })).toMatchObject({
      replicas: 10,
      limitedBy: "unavailable",
    });
    expect(decide({ metrics: [asks(12), gone] })).toMatchObject({ replicas: 12, limitedBy: null });
  });

  test("without any reading nothing moves", () => {
    expect(decide({ metrics: [gone] })).toMatchObject({ replicas: 10, limitedBy: "unavailable" });
  });
});

describe("how fast it moves", () => {
  test("up it doubles or adds four in 15 s, down it goes at once, unless told otherwise", () => {
    expect(decide({ replicas: 1, metrics: [asks(50)] })).toMatchObject({
      replicas: 5,
      limitedBy: "rate",
    });
    expect(decide({ metrics: [asks(50)] })).toMatchObject({ replicas: 20, limitedBy: "rate" });
    expect(decide({ metrics: [asks(2)] })).toMatchObject({ replicas: 2, limitedBy: null });
  });

  test("what was added in the period counts, and what is as old as the period does not", () => {
    const addedFour = (secondsAgo: number) =>
      decide({ metrics: [asks(50)], history: { changes: [{ secondsAgo, by: 4 }] } }).replicas;
    expect(addedFour(14)).toBe(12);
    expect(addedFour(15)).toBe(20);
  });

  // The user stories of KEP-853, "Configurable scale up/down velocity for HPA".
  test("as fast as possible is 1, 10, 100, 1000", () => {
    const behavior: Behavior = {
      scaleUp: { policies: [{ type: "Percent", value: 900, periodSeconds: 60 }] },
    };
    const next = (replicas: number) =>
      decide({ replicas, metrics: [asks(5_000)], max: 5_000, behavior }).replicas;
    expect([next(1), next(10), next(100)]).toEqual([10, 100, 1_000]);
  });

  test("one pod every ten minutes adds one and then none until they are over", () => {
    const behavior: Behavior = {
      scaleUp: { policies: [{ type: "Pods", value: 1, periodSeconds: 600 }] },
    };
    const added = (secondsAgo: number) =>
      decide({
        metrics: [asks(50)],
        behavior,
        history: { changes: [{ secondsAgo, by: 1 }] },
      });
    expect(added(599)).toMatchObject({ replicas: 10, limitedBy: "rate" });
    expect(added(600)).toMatchObject({ replicas: 11, limitedBy: "rate" });
  });

  test("of two policies Max takes the greater change, Min the smaller, in both directions", () => {
    const policies = [
      { type: "Pods", value: 4, periodSeconds: 60 },
      { type: "Percent", value: 10, periodSeconds: 60 },
    ] as const;
    const moved = (selectPolicy: "Max" | "Min" | "Disabled", to: number) => {
      const rules = { policies, selectPolicy, stabilizationWindowSeconds: 0 };
      return decide({
        replicas: 20,
        metrics: [asks(to)],
        behavior: { scaleUp: rules, scaleDown: rules },
      }).replicas;
    };
    expect([moved("Max", 90), moved("Min", 90), moved("Disabled", 90)]).toEqual([24, 22, 20]);
    expect([moved("Max", 1), moved("Min", 1), moved("Disabled", 1)]).toEqual([16, 18, 20]);
  });

  test("of several limits the last is named: the rate, or the maximum where that is reached first", () => {
    expect(decide({ metrics: [asks(50)], max: 30 }).limitedBy).toBe("rate");
    expect(decide({ metrics: [asks(50)], max: 15 })).toMatchObject({
      replicas: 15,
      limitedBy: "max",
    });
    expect(decide({ metrics: [asks(0)], min: 3 })).toMatchObject({ replicas: 3, limitedBy: "min" });
  });
});

describe("the stabilization window", () => {
  const recommended = (secondsAgo: number, replicas: number) => ({
    recommendations: [{ secondsAgo, replicas }],
  });

  test("going down, the highest of the last five minutes counts, but never above what there is", () => {
    expect(decide({ metrics: [asks(4)], history: recommended(299, 8) })).toMatchObject({
      replicas: 8,
      limitedBy: "window",
    });
    expect(decide({ metrics: [asks(4)], history: recommended(300, 8) }).replicas).toBe(4);
    expect(decide({ metrics: [asks(4)], history: recommended(10, 15) })).toMatchObject({
      replicas: 10,
      limitedBy: "window",
    });
  });

  test("going up, the lowest of the window counts where there is one", () => {
    const behavior = { scaleUp: { stabilizationWindowSeconds: 60 } };
    const history = recommended(59, 12);
    expect(decide({ metrics: [asks(18)], behavior, history })).toMatchObject({
      replicas: 12,
      limitedBy: "window",
    });
    expect(decide({ metrics: [asks(18)], history }).replicas).toBe(18);
  });
});

const anyQuestion = fc
  .record({
    replicas: fc.nat(40),
    min: fc.nat(10),
    extra: fc.nat(40),
    tolerance: fc.constantFrom(0, 0.1, 0.3),
    values: fc.array(fc.oneof(fc.nat(200), fc.constant(null)), { minLength: 1, maxLength: 4 }),
    recommendations: fc.array(fc.record({ secondsAgo: fc.nat(700), replicas: fc.nat(60) })),
    changes: fc.array(fc.record({ secondsAgo: fc.nat(60), by: fc.integer({ min: -9, max: 9 }) })),
  })
  .map(({ min, extra, values, recommendations, changes, ...rest }) =>
    question({
      ...rest,
      min,
      max: min + extra + 1,
      metrics: values.map((value) => (value === null ? gone : asks(value))),
      history: { recommendations, changes },
    }),
  );

test("whatever it is asked, it answers with a whole number between the bounds, or is off", () => {
  fc.assert(
    fc.property(anyQuestion, (asked) => {
      const { replicas, limitedBy, why } = decideScaling(asked);
      expect(Number.isInteger(replicas)).toBe(true);
      expect(why).toMatch(/\.$/);
      if (limitedBy === "off") expect(replicas).toBe(0);
      else {
        expect(replicas).toBeGreaterThanOrEqual(asked.min);
        expect(replicas).toBeLessThanOrEqual(asked.max);
      }
    }),
  );
});

test("it never moves against what its metrics ask for", () => {
  fc.assert(
    fc.property(anyQuestion, (asked) => {
      fc.pre(asked.replicas >= asked.min && asked.replicas <= asked.max);
      const proposals = asked.metrics.map((metric) =>
        metric.kind === "total" ? (metric.value ?? 0) : 0,
      );
      const { replicas } = decideScaling(asked);
      if (replicas > asked.replicas) expect(Math.max(...proposals)).toBeGreaterThan(asked.replicas);
      if (replicas < asked.replicas) expect(Math.max(...proposals)).toBeLessThan(asked.replicas);
    }),
  );
});
