import { percentile } from "../bench/percentile";

/** One request: when it was due or sent, how long its answer took from then, whether it failed. */
export type Reading = { operation: string; startMs: number; ms: number; failed: boolean };

export type Figures = {
  operation: string;
  requests: number;
  failed: number;
  msP50: number;
  msP95: number;
  msP99: number;
  msMax: number;
};

export function figuresOf(operation: string, readings: readonly Reading[]): Figures {
  const times = readings.map(({ ms }) => ms).sort((a, b) => a - b);
  return {
    operation,
    requests: times.length,
    failed: readings.filter(({ failed }) => failed).length,
    msP50: percentile(times, 0.5),
    msP95: percentile(times, 0.95),
    msP99: percentile(times, 0.99),
    msMax: times.at(-1) ?? Number.NaN,
  };
}

/** Each operation, the most asked first. */
export function byOperation(readings: readonly Reading[]): Figures[] {
  const groups = new Map<string, Reading[]>();
  for (const reading of readings) {
    const own = groups.get(reading.operation) ?? [];
    groups.set(reading.operation, own);
    own.push(reading);
  }
  return [...groups]
    .map(([operation, own]) => figuresOf(operation, own))
    .sort((a, b) => b.requests - a.requests);
}

export type Verdict = { threshold: string; value: number; holds: boolean };

/** k6's thresholds over all requests: `http_req_duration: p(95)<300`, `http_req_failed: rate<0.01`. */
export function judge(
  thresholds: Readonly<Record<string, readonly string[]>>,
  readings: readonly Reading[],
): Verdict[] {
  const times = readings.map(({ ms }) => ms).sort((a, b) => a - b);
  const failed = readings.filter((reading) => reading.failed).length;
  const measured = (metric: string, of: string): number => {
    if (metric === "http_req_failed" && of === "rate")
      return readings.length === 0 ? Number.NaN : failed / readings.length;
    const [, share] = /^p\((\d+(?:\.\d+)?)\)$/.exec(of) ?? [];
    if (metric === "http_req_duration" && share !== undefined)
      return percentile(times, Number(share) / 100);
    throw new Error(`The threshold ${metric} ${of} is not known here.`);
  };
  return Object.entries(thresholds).flatMap(([metric, rules]) =>
    rules.map((rule) => {
      const [, of = "", bound = ""] = /^([^<]+)<([\d.]+)$/.exec(rule) ?? [];
      const value = measured(metric, of);
      return { threshold: `${metric}: ${rule}`, value, holds: value < Number(bound) };
    }),
  );
}

/** How much a figure grows in an hour: the line through its points that lies nearest to them. */
export function slopePerHour(points: readonly { atMs: number; value: number }[]): number {
  const mean = (of: (point: { atMs: number; value: number }) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / Math.max(1, points.length);
  const [atMs, value] = [mean((point) => point.atMs), mean((point) => point.value)];
  const spread = points.reduce((sum, point) => sum + (point.atMs - atMs) ** 2, 0);
  const rise = points.reduce((sum, point) => sum + (point.atMs - atMs) * (point.value - value), 0);
  return spread === 0 ? 0 : (rise / spread) * 3_600_000;
}
