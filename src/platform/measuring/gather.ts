import type { MetricObjectWithValues, MetricValue } from "prom-client";
import { registry } from "@/platform/telemetry";
import { labelsOf, type Reading } from "./sample";

type Metric = MetricObjectWithValues<MetricValue<string>>;

const ours = "insightdesk_";

const grouped = (metric: Metric): Map<string, MetricValue<string>[]> => {
  const groups = new Map<string, MetricValue<string>[]>();
  for (const value of metric.values) {
    const labels = labelsOf(Object.fromEntries(Object.entries(value.labels).map(pair)));
    groups.set(labels, [...(groups.get(labels) ?? []), value]);
  }
  return groups;
};
const pair = ([name, value]: [string, string | number | undefined]): [string, string | number] => [
  name,
  value ?? "",
];

/** prom-client counts what is at or below each edge; a sample has what lies between two. */
function histogramOf(
  metric: Metric,
  labels: string,
  values: readonly MetricValue<string>[],
): Reading {
  const partOf = (suffix: string) =>
    values.find((value) => named(value) === `${metric.name}${suffix}`)?.value ?? 0;
  const below = values.filter((value) => named(value) === `${metric.name}_bucket`);
  const buckets = below.map(({ value }, index) => value - (below[index - 1]?.value ?? 0));
  return {
    name: metric.name,
    labels,
    kind: "histogram",
    count: partOf("_count"),
    sum: partOf("_sum"),
    buckets,
  };
}
const named = (value: object) => ("metricName" in value ? value.metricName : undefined);

/** Everything of ours that this process counts, as it stands. */
export async function readingsNow(): Promise<Reading[]> {
  const metrics: Metric[] = await registry().getMetricsAsJSON();
  return metrics
    .filter(({ name }) => name.startsWith(ours))
    .flatMap((metric) =>
      [...grouped(metric)].map(([labels, values]): Reading => {
        const type = String(metric.type);
        if (type === "histogram") return histogramOf(metric, labels, values);
        const value = values[0]?.value ?? 0;
        return type === "counter"
          ? { name: metric.name, labels, kind: "counter", count: value, sum: value, buckets: [] }
          : { name: metric.name, labels, kind: "gauge", count: 1, sum: value, buckets: [] };
      }),
    );
}
