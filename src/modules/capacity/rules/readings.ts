import type { IndicatorName } from "./figures/indicators";
import { type Bucket, percentileOf } from "./percentile";

/** What rules need of a stored sample; `labels` are read already. */
export type Measure = {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly atMs: number;
  readonly processId: string;
  readonly processKind: string;
  readonly count: number;
  readonly sum: number;
  readonly highest: number;
  readonly buckets: readonly number[];
};

/** A value of an indicator and the part of the installation that it is of. */
export type ComponentValue = { readonly component: string; readonly value: number };

export const measureNames = {
  cpu: "insightdesk_cpu_share",
  memory: "insightdesk_memory_share",
  response: "insightdesk_response_ms",
  queue: "insightdesk_queue_jobs",
  pool: "insightdesk_pool_share",
} as const;

/** The edges between which histograms count, as `platform/telemetry` has them. */
export type Edges = readonly number[];

export function bucketsOf(measures: readonly Measure[], edges: Edges): Bucket[] {
  const sums = Array.from({ length: edges.length + 1 }, (_, index) =>
    measures.reduce((sum, { buckets }) => sum + (buckets[index] ?? 0), 0),
  );
  return sums.map((count, index) => ({ edge: edges[index] ?? null, count }));
}

const groupsOf = <Item>(items: readonly Item[], keyOf: (item: Item) => string) => {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
};

const processOf = ({ processKind, processId }: Measure) => `${processKind} ${processId}`;
/** Pools of the same name are one in each process. */
export const poolOf = (measure: Measure) => `${processOf(measure)}, ${measure.labels.pool ?? ""}`;
const meanOf = (measures: readonly Measure[]) =>
  measures.reduce((sum, each) => sum + each.sum, 0) /
  Math.max(
    1,
    measures.reduce((sum, each) => sum + each.count, 0),
  );
const highestOf = (measures: readonly Measure[]) =>
  Math.max(...measures.map(({ highest }) => highest));

const named = (measures: readonly Measure[], name: string) =>
  measures.filter((measure) => measure.name === name);

function gauges(
  measures: readonly Measure[],
  componentOf: (measure: Measure) => string,
  valueOfGroup: (group: readonly Measure[]) => number,
): ComponentValue[] {
  return [...groupsOf(measures, componentOf)].map(([component, group]) => ({
    component,
    value: valueOfGroup(group),
  }));
}

const percent = 100;

/** Share of answers that failed, in percent; null where nothing was answered. */
function errorPercent(measures: readonly Measure[]): number | null {
  const answers = named(measures, measureNames.response);
  const all = answers.reduce((sum, { count }) => sum + count, 0);
  const failed = answers
    .filter(({ labels }) => labels.outcome === "failed")
    .reduce((sum, { count }) => sum + count, 0);
  return all === 0 ? null : (percent * failed) / all;
}

/**
 * One indicator over a span of time, per component: the means of CPU and memory by process, the
 * fullest moment of queues, the means of pools, the 95th percentile and the failed share of all answers.
 */
export function valuesOf(
  indicator: IndicatorName,
  measures: readonly Measure[],
  edges: Edges,
): ComponentValue[] {
  switch (indicator) {
    case "cpu":
    case "memory":
      return gauges(
        named(measures, measureNames[indicator]),
        processOf,
        (group) => percent * meanOf(group),
      );
    case "queueDepth":
      return gauges(
        named(measures, measureNames.queue).filter(({ labels }) => labels.state === "waiting"),
        ({ labels }) => labels.queue ?? "",
        highestOf,
      );
    case "connectionPool":
      return gauges(named(measures, measureNames.pool), poolOf, (group) => percent * meanOf(group));
    case "responseMsP95": {
      const found = percentileOf(bucketsOf(named(measures, measureNames.response), edges), 0.95);
      return found === null ? [] : [{ component: "all answers", value: found.value }];
    }
    case "errorRate": {
      const value = errorPercent(measures);
      return value === null ? [] : [{ component: "all answers", value }];
    }
  }
}
