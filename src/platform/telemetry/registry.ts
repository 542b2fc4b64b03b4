import {
  Counter,
  collectDefaultMetrics,
  Gauge,
  Histogram,
  type LabelValues,
  Registry,
} from "prom-client";
import { processShared } from "@/platform/process";
import { durationMsEdges } from "./edges";

/** The one registry of this process; CPU, memory and event loop delay are in it from the start. */
export function registry(): Registry {
  return processShared("metrics-registry", () => {
    const made = new Registry();
    collectDefaultMetrics({ register: made });
    return made;
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

export function durationHistogram<Label extends string>(metric: Metric<Label>): Histogram<Label> {
  return processShared(
    `metric-${metric.name}`,
    () => new Histogram<Label>({ ...config(metric), buckets: [...durationMsEdges] }),
  );
}

type GaugeReading<Label extends string> = { labels: LabelValues<Label>; value: number };

/** A gauge that is read when somebody looks, so that nothing has to keep it up to date. */
export function gauge<Label extends string>(
  metric: Metric<Label> & {
    read?: () => GaugeReading<Label>[] | Promise<GaugeReading<Label>[]>;
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
