import { describe, expect, test } from "vitest";
import type * as z from "zod";
import {
  burnQuestionSchema,
  fitSchema,
  loadSchema,
  queueQuestionSchema,
  scalingQuestionSchema,
  simulationSchema,
} from "./schema";

const decide = { replicas: 3, max: 5, metrics: [{ kind: "total", target: 10, value: 1 }] };
const policy = {
  metric: "cpu",
  min: 1,
  max: 3,
  scaleUp: { above: 70, forSeconds: 0, cooldownSeconds: 0 },
};
const simulation = { policy, replicas: 1, trace: [{ at: 0, value: 1 }] };
const queue = { model: "erlang-c", arrivalsPerSecond: 1, serviceSeconds: 1, servers: 2 };
const load = { monthlyActiveUsers: 1, ticketsPerDay: 1, connections: 1, requestsPerMinute: 1 };
const points = [
  [1, 1],
  [2, 2],
  [3, 3],
];
const downAboveUp = { below: 80, forSeconds: 0, cooldownSeconds: 0 };

describe("what makes no sense is refused, beside the same that does", () => {
  const cases: readonly [string, z.ZodType, unknown, unknown][] = [
    ["a minimum above the maximum", scalingQuestionSchema, decide, { ...decide, min: 6 }],
    ["no metric", scalingQuestionSchema, decide, { ...decide, metrics: [] }],
    ["a key that nobody knows", scalingQuestionSchema, decide, { ...decide, minimum: 1 }],
    [
      "a metric without a value that is not said to be unavailable",
      scalingQuestionSchema,
      { ...decide, metrics: [{ kind: "total", target: 10, unavailable: true }] },
      { ...decide, metrics: [{ kind: "total", target: 10 }] },
    ],
    [
      "an empty list of policies",
      scalingQuestionSchema,
      { ...decide, behavior: { scaleUp: { stabilizationWindowSeconds: 0 } } },
      { ...decide, behavior: { scaleUp: { policies: [] } } },
    ],
    [
      "a threshold down above the threshold up",
      simulationSchema,
      { ...simulation, policy: { ...policy, scaleDown: { ...downAboveUp, below: 70 } } },
      { ...simulation, policy: { ...policy, scaleDown: downAboveUp } },
    ],
    [
      "a trace that goes back in time",
      simulationSchema,
      simulation,
      {
        ...simulation,
        trace: [
          { at: 5, value: 1 },
          { at: 4, value: 1 },
        ],
      },
    ],
    [
      "a sample that is not a number",
      simulationSchema,
      simulation,
      { ...simulation, trace: [{ at: 0, value: Number.NaN }] },
    ],
    ["no servers", queueQuestionSchema, queue, { ...queue, servers: 0 }],
    [
      "servers and a target at once",
      queueQuestionSchema,
      queue,
      { ...queue, target: { withinSeconds: 1, share: 0.5 } },
    ],
    ["neither servers nor a target", queueQuestionSchema, queue, { ...queue, servers: undefined }],
    [
      "a model of patience without any",
      queueQuestionSchema,
      { ...queue, model: "erlang-a", patienceSeconds: 5 },
      { ...queue, model: "erlang-a" },
    ],
    [
      "a load that no answer helps",
      queueQuestionSchema,
      { ...queue, arrivalsPerSecond: 1e7 },
      { ...queue, arrivalsPerSecond: 1e8 },
    ],
    ["two points", fitSchema, { points }, { points: points.slice(1) }],
    ["fewer than three loads", fitSchema, { points }, { points: [...points.slice(1), [3, 4]] }],
    ["fewer users than none", loadSchema, load, { ...load, monthlyActiveUsers: -1 }],
    ["an objective in per cent", burnQuestionSchema, { objective: 0.999 }, { objective: 99.9 }],
    ["an objective without a budget", burnQuestionSchema, { objective: 0.999 }, { objective: 1 }],
    [
      "more good events than events",
      burnQuestionSchema,
      { objective: 0.9, good: 1, total: 1 },
      { objective: 0.9, good: 2, total: 1 },
    ],
    [
      "a window that no alert watches",
      burnQuestionSchema,
      { objective: 0.9, ratios: { "1h": 0.5 } },
      { objective: 0.9, ratios: { "2h": 0.5 } },
    ],
  ];
  test.each(cases)("%s", (_name, schema, sense, nonsense) => {
    expect(schema.safeParse(sense).success).toBe(true);
    expect(schema.safeParse(nonsense).success).toBe(false);
  });
});
