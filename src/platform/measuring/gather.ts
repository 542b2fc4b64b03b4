import type { MetricObjectWithValues, MetricValue } from "prom-client";
import { allDurations, registry, type Timer } from "@/platform/telemetry";
import { labelsOf, type Reading } from "./sample";

const ours = "insightdesk_";

/** A series keeps its labels for as long as it lives: they are printed once. */
const printed = new WeakMap<Timer, string>();

function labelsOfTimer(timer: Timer): string {
  const known = printed.get(timer) ?? labelsOf(timer.labels);
  printed.set(timer, known);
  return known;
}

const histograms = (): Reading[] =>
  allDurations().flatMap((durations) =>
    durations.series().map((timer) => ({
      name: durations.name,
      labels: labelsOfTimer(timer),
      kind: "histogram" as const,
      count: timer.count,
      sum: timer.sum,
      buckets: [...timer.buckets],
    })),
  );

const readingsOf = ({ name, type, values }: MetricObjectWithValues<MetricValue<string>>) =>
  values.map(({ labels: given, value }): Reading => {
    const pairs = Object.entries(given).map(([label, text]) => [label, text ?? ""] as const);
    const labels = labelsOf(Object.fromEntries(pairs));
    return String(type) === "counter"
      ? { name, labels, kind: "counter", count: value, sum: value, buckets: [] }
      : { name, labels, kind: "gauge", count: 1, sum: value, buckets: [] };
  });

/** Counters and gauges of ours; what a library counts of this process nobody writes down, and it is not asked. */
async function others(): Promise<Reading[]> {
  const timed = new Set(allDurations().map(({ name }) => name));
  const names = registry()
    .getMetricsAsArray()
    .map(({ name }) => name)
    .filter((name) => name.startsWith(ours) && !timed.has(name));
  const metrics = await Promise.all(names.map((name) => registry().getSingleMetric(name)?.get()));
  return metrics.flatMap((metric) => (metric === undefined ? [] : readingsOf(metric)));
}

/** Everything of ours that this process counts, as it stands. */
export async function readingsNow(): Promise<Reading[]> {
  return [...histograms(), ...(await others())];
}
