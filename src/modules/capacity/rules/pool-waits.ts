import { percentileOf } from "./percentile";
import { bucketsOf, type Edges, type Measure, poolOf } from "./readings";

/** Who had to wait for a connection of a pool, because all of them were taken. */
export type PoolWait = {
  readonly component: string;
  readonly waited: number;
  readonly msSum: number;
  readonly msP95: number;
  /** Some waited longer than the last edge: the percentile is not less than that. */
  readonly isAtLeast: boolean;
};

export const poolWaitMetric = "insightdesk_pool_wait_ms";

/** Waits pool by pool, the longest in all first. Opening a connection is no sign of too few of them. */
export function poolWaitsOf(measures: readonly Measure[], edges: Edges): PoolWait[] {
  const groups = new Map<string, Measure[]>();
  for (const measure of measures) {
    if (measure.name !== poolWaitMetric || measure.labels.why !== "turn") continue;
    const pool = poolOf(measure);
    const known = groups.get(pool);
    if (known === undefined) groups.set(pool, [measure]);
    else known.push(measure);
  }
  return [...groups]
    .flatMap(([component, own]): PoolWait[] => {
      const p95 = percentileOf(bucketsOf(own, edges), 0.95);
      if (p95 === null) return [];
      return [
        {
          component,
          waited: own.reduce((sum, { count }) => sum + count, 0),
          msSum: own.reduce((sum, each) => sum + each.sum, 0),
          msP95: p95.value,
          isAtLeast: p95.isAtLeast,
        },
      ];
    })
    .sort((a, b) => b.msSum - a.msSum);
}
