import {
  Histogram,
  type HistogramConfiguration,
  type MetricObjectWithValues,
  type MetricValueWithName,
} from "prom-client";
import { durationMsEdges } from "./edges";

/**
 * One series of a histogram. Counting in it is a search among the edges and three additions: nothing
 * is made, and no label is looked at again.
 */
export class Timer {
  readonly labels: Readonly<Record<string, string>>;
  /** How many lie between an edge and the one before; the last has no edge. */
  readonly buckets = new Float64Array(durationMsEdges.length + 1);
  sum = 0;
  count = 0;

  constructor(labels: Readonly<Record<string, string>>) {
    this.labels = labels;
  }

  observe(ms: number): void {
    if (!Number.isFinite(ms)) return;
    let low = 0;
    let high: number = durationMsEdges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ms <= (durationMsEdges[middle] ?? 0)) high = middle;
      else low = middle + 1;
    }
    this.buckets[low] = (this.buckets[low] ?? 0) + 1;
    this.sum += ms;
    this.count += 1;
  }
}

/** A histogram of durations: its series by their labels. Who counts often keeps the series at hand. */
export class Durations<Label extends string> {
  readonly name: string;
  readonly labelNames: readonly Label[];
  readonly #series = new Map<string, Timer>();

  constructor(name: string, labelNames: readonly Label[]) {
    this.name = name;
    this.labelNames = labelNames;
  }

  labels(...values: readonly string[]): Timer {
    const key = values.join("\n");
    const known = this.#series.get(key);
    if (known !== undefined) return known;
    const pairs = this.labelNames.map((label, index) => [label, values[index] ?? ""] as const);
    const timer = new Timer(Object.fromEntries(pairs));
    this.#series.set(key, timer);
    return timer;
  }

  observe(labels: Readonly<Record<Label, string>>, ms: number): void {
    this.labels(...this.labelNames.map((label) => labels[label])).observe(ms);
  }

  series(): readonly Timer[] {
    return [...this.#series.values()];
  }
}

type Config = HistogramConfiguration<string>;
type Printed = MetricObjectWithValues<MetricValueWithName<string>>;

/** In Prometheus' form: every bucket holds those before it, too. */
function valuesOf(name: string, { labels, buckets, sum, count }: Timer): Printed["values"] {
  let below = 0;
  const edges = durationMsEdges.map((edge, index) => {
    below += buckets[index] ?? 0;
    return { metricName: `${name}_bucket`, labels: { ...labels, le: edge }, value: below };
  });
  return [
    ...edges,
    { metricName: `${name}_bucket`, labels: { ...labels, le: "+Inf" }, value: count },
    { metricName: `${name}_sum`, labels: { ...labels }, value: sum },
    { metricName: `${name}_count`, labels: { ...labels }, value: count },
  ];
}

/** What a registry prints of durations: it reads them when somebody looks. */
export class PrintedDurations extends Histogram<string> {
  readonly #of: Durations<string>;
  /** Everything but the figures. */
  readonly #blank: Histogram<string>;

  constructor(of: Durations<string>, config: Config) {
    super(config);
    this.#of = of;
    this.#blank = new Histogram({ ...config, registers: [] });
  }

  override async get(): Promise<Printed> {
    const { name } = this.#of;
    const values = this.#of.series().flatMap((timer) => valuesOf(name, timer));
    return { ...(await this.#blank.get()), values };
  }

  /** A registry that prints text asks for this instead of `get`. */
  async getForPromString(): Promise<Printed> {
    return this.get();
  }
}
