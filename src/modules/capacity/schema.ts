import * as z from "zod";
import { limits } from "@/platform/limits";
import { burnWindows } from "./rules/figures/burn-windows";
import { erlangsMax, impatientMax, serversCountMax } from "./rules/queueing/bounds";

const count = z.int().min(0);
const atLeastZero = z.number().min(0);
const aboveZero = z.number().positive();
const share = z.number().min(0).max(1);

// Scaling

const pod = z.strictObject({
  used: atLeastZero.optional(),
  requested: atLeastZero.optional(),
  state: z.enum(["ready", "starting"]).optional(),
});
const measured = { target: aboveZero, unavailable: z.boolean().optional() };
const isKnown = (metric: { unavailable?: boolean | undefined }, reading: unknown) =>
  metric.unavailable === true || reading !== undefined;
const podsNeeded = { error: "give pods, or say unavailable: true", path: ["pods"] };
const valueNeeded = { error: "give a value, or say unavailable: true", path: ["value"] };

const metric = z.discriminatedUnion("kind", [
  z
    .strictObject({ kind: z.literal("utilization"), ...measured, pods: z.array(pod).optional() })
    .refine((given) => isKnown(given, given.pods), podsNeeded),
  z
    .strictObject({ kind: z.literal("average"), ...measured, pods: z.array(pod).optional() })
    .refine((given) => isKnown(given, given.pods), podsNeeded),
  z
    .strictObject({
      kind: z.literal("value"),
      ...measured,
      value: atLeastZero.optional(),
      ready: count.optional(),
    })
    .refine((given) => isKnown(given, given.value), valueNeeded),
  z
    .strictObject({ kind: z.literal("total"), ...measured, value: atLeastZero.optional() })
    .refine((given) => isKnown(given, given.value), valueNeeded),
]);

// The bounds are those of the engine, which would not accept what lies outside.
const scalingRules = z.strictObject({
  stabilizationWindowSeconds: z.int().min(0).max(3_600).optional(),
  selectPolicy: z.enum(["Max", "Min", "Disabled"]).optional(),
  policies: z
    .array(
      z.strictObject({
        type: z.enum(["Pods", "Percent"]),
        value: z.int().positive(),
        periodSeconds: z.int().positive().max(1_800),
      }),
    )
    .min(1)
    .optional(),
});

const boundsInOrder = (bounds: { min: number; max: number }) => bounds.min <= bounds.max;
const boundsMessage = { error: "max must not be below min", path: ["max"] };

export const scalingQuestionSchema = z
  .strictObject({
    replicas: count,
    min: count.default(1),
    max: z.int().min(1),
    tolerance: atLeastZero.max(1).default(0.1),
    metrics: z.array(metric).min(1),
    behavior: z
      .strictObject({ scaleUp: scalingRules.optional(), scaleDown: scalingRules.optional() })
      .optional(),
    history: z
      .strictObject({
        recommendations: z
          .array(z.strictObject({ secondsAgo: atLeastZero, replicas: count }))
          .optional(),
        changes: z.array(z.strictObject({ secondsAgo: atLeastZero, by: z.int() })).optional(),
      })
      .optional(),
  })
  .refine(boundsInOrder, boundsMessage);

const held = { forSeconds: atLeastZero, cooldownSeconds: atLeastZero };

export const stepPolicySchema = z
  .strictObject({
    metric: z.string().min(1),
    min: count,
    max: z.int().min(1),
    scaleUp: z.strictObject({ above: z.number(), ...held }),
    scaleDown: z.strictObject({ below: z.number(), ...held }).optional(),
  })
  .refine(boundsInOrder, boundsMessage)
  .refine(({ scaleUp, scaleDown }) => scaleDown === undefined || scaleDown.below <= scaleUp.above, {
    error: "the threshold to scale down at must not be above the one to scale up at",
    path: ["scaleDown", "below"],
  });

export const simulationSchema = z.strictObject({
  policy: stepPolicySchema,
  replicas: count,
  trace: z
    .array(z.strictObject({ at: z.number(), value: z.number() }))
    .min(1)
    .superRefine((trace, context) => {
      trace.forEach((sample, index) => {
        const before = trace[index - 1];
        if (before !== undefined && sample.at <= before.at) {
          const message = "must be after the sample before it: sort the trace, one sample a time";
          context.addIssue({ code: "custom", message, path: [index, "at"] });
        }
      });
    }),
});

// Queueing

const traffic = {
  arrivalsPerSecond: atLeastZero,
  serviceSeconds: aboveZero,
  servers: z.int().min(1).max(serversCountMax).optional(),
};
const waitTarget = z.strictObject({
  withinSeconds: atLeastZero,
  share,
  utilization: share.optional(),
});

export const queueQuestionSchema = z
  .discriminatedUnion("model", [
    z.strictObject({
      model: z.literal("erlang-b"),
      ...traffic,
      target: z.strictObject({ blocked: share }).optional(),
    }),
    z.strictObject({
      model: z.literal("erlang-c"),
      ...traffic,
      target: waitTarget.optional(),
      withinSeconds: atLeastZero.optional(),
    }),
    z.strictObject({
      model: z.literal("erlang-a"),
      ...traffic,
      patienceSeconds: aboveZero,
      target: waitTarget.optional(),
      withinSeconds: atLeastZero.optional(),
    }),
  ])
  .refine(({ servers, target }) => (servers === undefined) !== (target === undefined), {
    error: "give either servers or a target",
  })
  .refine((given) => given.arrivalsPerSecond * given.serviceSeconds <= erlangsMax, {
    error: `a load of more than ${erlangsMax} erlangs is not answered: split it`,
    path: ["arrivalsPerSecond"],
  })
  .refine(
    (given) =>
      given.model !== "erlang-a" || given.arrivalsPerSecond * given.patienceSeconds <= impatientMax,
    {
      error: "so much patience is none to speak of: ask erlang-c",
      path: ["patienceSeconds"],
    },
  );

// Scalability, plans and budgets

export const fitSchema = z.strictObject({
  points: z
    .array(z.tuple([aboveZero, atLeastZero]))
    .min(3, "at least three points are needed")
    .max(
      limits.fitPointsMax,
      `more than ${limits.fitPointsMax} points are not fitted: take the means of some`,
    )
    .refine((points) => new Set(points.map(([load]) => load)).size >= 3, {
      error: "at least three different loads are needed: measure at more of them",
    })
    .refine((points) => points.some(([, throughput]) => throughput > 0), {
      error: "nothing got done at any load: there is nothing to fit",
    }),
  predict: z.array(atLeastZero).optional(),
});

export const loadSchema = z.strictObject({
  monthlyActiveUsers: atLeastZero,
  ticketsPerDay: atLeastZero,
  connections: atLeastZero,
  requestsPerMinute: atLeastZero,
});

export const burnQuestionSchema = z
  .strictObject({
    objective: z
      .number()
      .gt(0)
      .lt(1, "an objective is a share below 1: write 99.9 % as 0.999, and 1 leaves no budget"),
    windowDays: aboveZero.max(36_500).default(30),
    errorRatio: share.optional(),
    good: atLeastZero.optional(),
    total: atLeastZero.optional(),
    ratios: z.partialRecord(z.enum(burnWindows), share).optional(),
  })
  .refine(({ good, total }) => (good === undefined) === (total === undefined), {
    error: "good and total come together",
    path: ["total"],
  })
  .refine(({ good = 0, total = 0 }) => good <= total, {
    error: "more good events than events",
    path: ["good"],
  });
