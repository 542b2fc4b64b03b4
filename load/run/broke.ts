import { judge, type Reading } from "./statistics";

/** What the machine did in one window, beside what the visitors saw. */
export type Sample = {
  atMs: number;
  /** On a visit at that moment. */
  visitors: number;
  /** Cores in use, by process. */
  cpu: Readonly<Record<string, number>>;
  rssMb: Readonly<Record<string, number>>;
  /** Null where nobody tells. */
  waitingJobs: number | null;
  outboxMs: number | null;
  /** How late this program itself was: beyond, it measures itself. */
  ownDelayMs: number;
};

export type Broke = { atMs: number; what: string };

const bounds = {
  processCores: 0.95,
  outboxMs: 5_000,
  waitingJobs: 2_000,
  ownDelayMs: 100,
} as const;

function ofSample(sample: Sample): string | null {
  if (sample.ownDelayMs > bounds.ownDelayMs)
    return `the load generator itself was ${Math.round(sample.ownDelayMs)} ms late: this machine is too small for both`;
  const [name, cores = 0] =
    Object.entries(sample.cpu)
      .filter(([process]) => process !== "load")
      .sort(([, a], [, b]) => b - a)[0] ?? [];
  if (cores > bounds.processCores) return `${name} used its core up (${cores.toFixed(2)})`;
  if ((sample.outboxMs ?? 0) > bounds.outboxMs)
    return `events waited ${Math.round(sample.outboxMs ?? 0)} ms to be published`;
  if ((sample.waitingJobs ?? 0) > bounds.waitingJobs) return `${sample.waitingJobs} jobs waited`;
  return null;
}

/** Looks at the run window by window: which bound was passed first, and which threshold first. */
export function whatBroke(
  thresholds: Readonly<Record<string, readonly string[]>>,
  readings: readonly Reading[],
  samples: readonly Sample[],
): Broke[] {
  const found: Broke[] = [];
  let fromMs = Number.NEGATIVE_INFINITY;
  for (const sample of samples) {
    const own = readings.filter(({ startMs }) => startMs > fromMs && startMs <= sample.atMs);
    fromMs = sample.atMs;
    const broken = own.length === 0 ? [] : judge(thresholds, own).filter(({ holds }) => !holds);
    for (const { threshold } of broken) found.push({ atMs: sample.atMs, what: threshold });
    const said = ofSample(sample);
    if (said !== null) found.push({ atMs: sample.atMs, what: said });
  }
  const first = new Map<string, Broke>();
  const kind = (what: string) => what.replaceAll(/\d+(\.\d+)?/g, "#");
  for (const each of found) if (!first.has(kind(each.what))) first.set(kind(each.what), each);
  return [...first.values()];
}
