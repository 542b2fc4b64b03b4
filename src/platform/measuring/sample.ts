/** One series as a process counts it from its start on: a name and what tells it from its like. */
export type Reading = {
  readonly name: string;
  /** Sorted and printed, so that equal labels are equal texts: `operation=tickets.list,outcome=ok`. */
  readonly labels: string;
  readonly kind: "histogram" | "counter" | "gauge";
  /** Of a histogram how many, of a counter what came so far, of a gauge 1. */
  readonly count: number;
  /** Of a histogram the sum of all values, of a gauge its value. */
  readonly sum: number;
  /** Of a histogram: how many lie between an edge and the one before; the last has no edge. */
  readonly buckets: readonly number[];
};

/** What a series did in a span of time. `highest` is a gauge's; 0 for the others. */
export type Sample = Reading & { readonly highest: number };

const seriesKey = ({ name, labels }: Pick<Reading, "name" | "labels">) => `${name}{${labels}}`;

/** As `labelsOf` printed them. */
export function readLabels(text: string): Readonly<Record<string, string>> {
  const pairs = text.split(",").map((pair) => {
    const mark = pair.indexOf("=");
    return [pair.slice(0, mark), pair.slice(mark + 1)] as const;
  });
  return text === "" ? {} : Object.fromEntries(pairs);
}

export function labelsOf(labels: Readonly<Record<string, string | number>>): string {
  return Object.entries(labels)
    .filter(([name]) => name !== "le")
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${String(value).replaceAll(/[,=]/g, "_")}`)
    .join(",");
}

/**
 * What happened between two readings of a process. A counter that is lower than before began anew
 * with its process: all of it is new. What did not happen at all gives no sample; a gauge always does.
 */
export function samplesBetween(before: readonly Reading[], after: readonly Reading[]): Sample[] {
  const earlier = new Map(before.map((reading) => [seriesKey(reading), reading]));
  return after.flatMap((reading): Sample[] => {
    if (reading.kind === "gauge") return [{ ...reading, highest: reading.sum }];
    const known = earlier.get(seriesKey(reading));
    const was = known !== undefined && known.count <= reading.count ? known : undefined;
    const count = reading.count - (was?.count ?? 0);
    if (count <= 0) return [];
    const buckets = reading.buckets.map((each, index) => each - (was?.buckets[index] ?? 0));
    return [{ ...reading, count, sum: reading.sum - (was?.sum ?? 0), buckets, highest: 0 }];
  });
}

/** Samples of one series as one: counts add up, a gauge keeps its mean (sum / count) and its highest. */
export function added(a: Sample, b: Sample): Sample {
  const length = Math.max(a.buckets.length, b.buckets.length);
  return {
    ...a,
    count: a.count + b.count,
    sum: a.sum + b.sum,
    highest: Math.max(a.highest, b.highest),
    buckets: Array.from(
      { length },
      (_, index) => (a.buckets[index] ?? 0) + (b.buckets[index] ?? 0),
    ),
  };
}

/** All samples with the same key as one each. */
export function addedBy<Kept extends Sample>(
  samples: readonly Kept[],
  keyOf: (sample: Kept) => string,
): Map<string, Kept> {
  const sums = new Map<string, Kept>();
  for (const sample of samples) {
    const key = keyOf(sample);
    const sum = sums.get(key);
    sums.set(key, sum === undefined ? sample : { ...sample, ...added(sum, sample) });
  }
  return sums;
}
