import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import * as z from "zod";
import { type Objective, objectiveNames, objectives } from "@/modules/capacity/client";
import { durationMsEdges } from "@/platform/telemetry";
import { openSloYaml, prometheusYaml } from "./yaml";

const duration = z.string().regex(/^\d+[mhd]$/);
const promql = z.string().min(1);
const rulesSchema = z.strictObject({
  groups: z.array(
    z.strictObject({
      name: z.string(),
      rules: z.array(
        z.union([
          z.strictObject({
            record: z.string().regex(/^[a-z:_][a-z0-9:_]*$/),
            labels: z.record(z.string(), z.string()),
            expr: promql,
          }),
          z.strictObject({
            alert: z.string(),
            expr: promql,
            labels: z.record(z.string(), z.string()),
            annotations: z.record(z.string(), z.string()),
          }),
        ]),
      ),
    }),
  ),
});
const name = z.string().regex(/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/);
const metric = z.strictObject({
  metricSource: z.strictObject({
    type: z.literal("Prometheus"),
    spec: z.strictObject({ query: promql }),
  }),
});
/** The parts of OpenSLO v1 that we write, as its specification has them. */
const openSloSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    apiVersion: z.literal("openslo/v1"),
    kind: z.literal("Service"),
    metadata: z.strictObject({ name, displayName: z.string() }),
    spec: z.strictObject({ description: z.string().max(1_050) }),
  }),
  z.strictObject({
    apiVersion: z.literal("openslo/v1"),
    kind: z.literal("AlertPolicy"),
    metadata: z.strictObject({ name }),
    spec: z.strictObject({
      description: z.string().max(1_050),
      alertWhenNoData: z.boolean(),
      alertWhenResolved: z.boolean(),
      alertWhenBreaching: z.boolean(),
      conditions: z
        .array(
          z.strictObject({
            kind: z.literal("AlertCondition"),
            metadata: z.strictObject({ name }),
            spec: z.strictObject({
              severity: z.string(),
              condition: z.strictObject({
                kind: z.literal("burnrate"),
                op: z.enum(["lte", "gte", "lt", "gt"]),
                threshold: z.number(),
                lookbackWindow: duration,
                alertAfter: duration,
              }),
            }),
          }),
        )
        .length(1),
      notificationTargets: z.array(z.unknown()),
    }),
  }),
  z.strictObject({
    apiVersion: z.literal("openslo/v1"),
    kind: z.literal("SLO"),
    metadata: z.strictObject({ name, displayName: z.string() }),
    spec: z.strictObject({
      service: name,
      indicator: z.strictObject({
        metadata: z.strictObject({ name }),
        spec: z.strictObject({
          ratioMetric: z.strictObject({ counter: z.boolean(), good: metric, total: metric }),
        }),
      }),
      timeWindow: z.array(z.strictObject({ duration, isRolling: z.boolean() })).length(1),
      budgetingMethod: z.enum(["Occurrences", "Timeslices", "RatioTimeslices"]),
      objectives: z.array(
        z.strictObject({ displayName: z.string(), target: z.number().gt(0).lt(1) }),
      ),
      alertPolicies: z.array(name),
    }),
  }),
]);

const rules = () => rulesSchema.parse(parse(prometheusYaml())).groups;

test("every objective has its rules, in a shape that Prometheus reads", () => {
  expect(rules().map((group) => group.name)).toEqual(
    objectiveNames.map((each) => `insightdesk-objective-${each}`),
  );
});

test("an alert fires at the workbook's burn rates times the budget, in both windows", () => {
  const alerts = rules()
    .flatMap((group) => group.rules)
    .flatMap((rule) => ("alert" in rule && rule.labels.objective === "errorRate" ? [rule] : []));
  expect(alerts.map(({ expr }) => expr)).toEqual([
    'insightdesk:objective_error:ratio_rate1h{objective="errorRate"} > 0.0144 and insightdesk:objective_error:ratio_rate5m{objective="errorRate"} > 0.0144',
    'insightdesk:objective_error:ratio_rate6h{objective="errorRate"} > 0.006 and insightdesk:objective_error:ratio_rate30m{objective="errorRate"} > 0.006',
    'insightdesk:objective_error:ratio_rate3d{objective="errorRate"} > 0.001 and insightdesk:objective_error:ratio_rate6h{objective="errorRate"} > 0.001',
  ]);
});

test("a threshold that a rule asks for is an edge of the histogram, so that the share is exact", () => {
  const edges: readonly number[] = durationMsEdges;
  for (const each of objectiveNames) {
    const objective: Objective = objectives[each];
    if (objective.good === "within") expect(edges).toContain(objective.withinMs);
  }
});

test("OpenSLO holds every objective, and names only policies that it holds", () => {
  const documents = parseAllDocuments(openSloYaml()).map((each) =>
    openSloSchema.parse(each.toJS()),
  );
  const slos = documents.flatMap((each) => (each.kind === "SLO" ? [each] : []));
  expect(slos).toHaveLength(objectiveNames.length);
  const policies = documents.flatMap((each) =>
    each.kind === "AlertPolicy" ? [each.metadata.name] : [],
  );
  for (const slo of slos) expect(policies).toEqual(slo.spec.alertPolicies);
});

/** What Prometheus' own tool says of a file with rules; null where it is not installed. */
function promtoolSays(file: string): string | null {
  try {
    execFileSync("promtool", ["--version"], { stdio: "ignore" });
  } catch {
    return null;
  }
  return execFileSync("promtool", ["check", "rules", file], { encoding: "utf8" });
}

test("Prometheus' own tool takes the rules, where it is installed", () => {
  const folder = mkdtempSync(join(tmpdir(), "rules-"));
  try {
    const file = join(folder, "rules.yaml");
    writeFileSync(file, prometheusYaml());
    expect(promtoolSays(file) ?? "SUCCESS").toContain("SUCCESS");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
