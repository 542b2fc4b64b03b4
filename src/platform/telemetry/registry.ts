import { Counter, collectDefaultMetrics, Gauge, type LabelValues, Registry } from "prom-client";
import { limits } from "@/platform/limits";
import { processShared } from "@/platform/process";
import { Durations, PrintedDurations } from "./durations";
import { durationMsEdges } from "./edges";

/** The one registry of this process. */
export function registry(): Registry {
  return processShared("metrics-registry", () => new Registry());
}

/** What the library can say of any process of Node: its CPU, memory, event loop and collections. */
export function collectDefaults(): void {
  processShared("default-metrics", () => {
    // Ours looks more often; two that wake a process that has nothing to do are one too many.
    collectDefaultMetrics({
      register: registry(),
      eventLoopMonitoringPrecision: limits.eventLoopSeldomMs,
    });
    return true;
  });
}

/** Labels must come from bounded sets: names of ours, never ids, addresses or texts of people. */
type Metric<Label extends string> = {
  name: `insightdesk_${string}`;
  help: string;
  labels?: readonly Label[];
};

const config = <Label extends string>({ name, help, labels = [] }: Metric<Label>) => ({
  name,
  help,
  labelNames: [...labels],
  registers: [registry()],
});

export function counter<Label extends string>(metric: Metric<Label>): Counter<Label> {
  return processShared(`metric-${metric.name}`, () => new Counter<Label>(config(metric)));
}

/** Every histogram of this process by its name, for who writes them down. */
const histograms = () => processShared("durations", () => new Map<string, Durations<string>>());

export const allDurations = (): readonly Durations<string>[] => [...histograms().values()];

export function durationHistogram<Label extends string>(metric: Metric<Label>): Durations<Label> {
  return processShared(`durations-${metric.name}`, () => {
    const made = new Durations<Label>(metric.name, metric.labels ?? []);
    histograms().set(metric.name, made);
    new PrintedDurations(made, { ...config(metric), buckets: [...durationMsEdges] });
    return made;
  });
}

/** A counter of what is counted elsewhere, where counting must cost nothing; read when somebody looks. */
export function countedElsewhere<Label extends string>(
  metric: Metric<Label> & { read: () => readonly LabelledValue<Label>[] },
): Counter<Label> {
  return processShared(
    `metric-${metric.name}`,
    () =>
      new Counter<Label>({
        ...config(metric),
        collect() {
          this.reset();
          for (const { labels, value } of metric.read()) this.inc(labels, value);
        },
      }),
  );
}

type LabelledValue<Label extends string> = { labels: LabelValues<Label>; value: number };

/** A gauge that is read when somebody looks, so that nothing has to keep it up to date. */
export function gauge<Label extends string>(
  metric: Metric<Label> & {
    read?: () => LabelledValue<Label>[] | Promise<LabelledValue<Label>[]>;
  },
): Gauge<Label> {
  return processShared(`metric-${metric.name}`, () => {
    const { read } = metric;
    return new Gauge<Label>({
      ...config(metric),
      ...(read && {
        async collect() {
          const readings = await read();
          this.reset();
          // A gauge without labels is 0 after that, which is a figure; nothing read is none.
          if (readings.length === 0 && metric.labels === undefined) this.remove();
          for (const { labels, value } of readings) this.set(labels, value);
        },
      }),
    });
  });
}
