/** One line of a chart; null is a gap and is drawn as one. */
export interface ChartSeries {
  readonly label: string;
  readonly points: readonly { readonly atMs: number; readonly value: number | null }[];
}

export interface ChartThreshold {
  readonly label: string;
  readonly value: number;
  readonly tone: "warn" | "bad" | "good";
}

type Columns = [number[], ...(number | null)[][]];

/** All times of all series in order, and each series' value at each, as uPlot takes them. */
export function columnsOf(series: readonly ChartSeries[]): Columns {
  const times = [...new Set(series.flatMap(({ points }) => points.map(({ atMs }) => atMs)))].sort(
    (a, b) => a - b,
  );
  const values = series.map(({ points }) => {
    const at = new Map(points.map(({ atMs, value }) => [atMs, value]));
    return times.map((time) => at.get(time) ?? null);
  });
  return [times.map((time) => time / 1_000), ...values];
}

/** The lines' dashes: each its own, so that colour alone tells nothing apart. */
export const dashes = [[], [8, 4], [2, 3], [12, 3, 2, 3], [5, 5], [1, 4]] as const;

/** From 0 to a little above the highest value or threshold that is near it. */
export function topOf(
  series: readonly ChartSeries[],
  thresholds: readonly ChartThreshold[],
  atLeast: number,
): number {
  const values = series.flatMap(({ points }) => points.map(({ value }) => value ?? 0));
  const highest = Math.max(atLeast, ...values);
  const near = thresholds.map(({ value }) => value).filter((value) => value <= highest * 2);
  return Math.max(highest, ...near) * 1.1;
}
