import type { SurgeLevel } from "@/platform/surge";
import { indicatorOf } from "../figures/indicators";
import type { FigureSet } from "../figures/set";
import { budgetSurge } from "../figures/surge";
import { figuresIn } from "../figures-in";

/** What says that the web processes cannot keep up; null for what was not measured. */
export type Pressure = {
  readonly responseMsP95: number | null;
  readonly loopDelayMs: number | null;
  readonly poolShare: number | null;
};
export type SurgeState = {
  readonly level: SurgeLevel;
  readonly hotSinceMs: number | null;
  readonly calmSinceMs: number | null;
};
type Asked = { readonly level: SurgeLevel; readonly says: string };

const words = {
  responseMsP95: (value: number) => `p95 of answers is ${Math.round(value)} ms`,
  loopDelayMs: (value: number) => `event loops are ${Math.round(value)} ms late`,
  poolShare: (value: number) =>
    `connection pools are ${figuresIn().percent(Math.round(value * 100) / 100)} full`,
};
const names = ["responseMsP95", "loopDelayMs", "poolShare"] as const;

/** From where on a measure asks for level 1 and 2: two of them are the indicators' own thresholds. */
function boundsOf(set: FigureSet | undefined) {
  const [response, pool] = [indicatorOf("responseMsP95", set), indicatorOf("connectionPool", set)];
  return {
    responseMsP95: [response.warningAbove, response.criticalAbove],
    loopDelayMs: [budgetSurge.loopDelayMs.busy, budgetSurge.loopDelayMs.overloaded],
    poolShare: [pool.warningAbove / 100, pool.criticalAbove / 100],
  } as const;
}

/** Which level the measures ask for, and why; null when none of them was measured. */
export function askedBy(pressure: Pressure, set?: FigureSet): Asked | null {
  const bounds = boundsOf(set);
  const seen = names.flatMap((name) => {
    const value = pressure[name];
    return value === null ? [] : [{ name, value }];
  });
  if (seen.length === 0) return null;
  const over = (level: 1 | 2) =>
    seen.filter(({ name, value }) => value > bounds[name][level === 1 ? 0 : 1]);
  const saying = (found: typeof seen) =>
    found.map(({ name, value }) => words[name](value)).join(", ");
  const [worst, busy] = [over(2), over(1)];
  if (worst.length > 0) return { level: 2, says: saying(worst) };
  if (busy.length > 0) return { level: 1, says: saying(busy) };
  return { level: 0, says: "everything is within its bounds" };
}

/**
 * One step up when more was asked for long enough, one step down when less was for longer: the load
 * that a step took off must not bring the next one back at once. What is not measured asks for less.
 */
export function nextSurge(before: SurgeState, asked: Asked | null, atMs: number): SurgeState {
  const wanted = asked?.level ?? 0;
  const step = (by: 1 | -1): SurgeLevel => {
    const next = before.level + by;
    return next <= 0 ? 0 : next >= 2 ? 2 : 1;
  };
  if (wanted > before.level) {
    const hotSinceMs = before.hotSinceMs ?? atMs;
    return atMs - hotSinceMs >= budgetSurge.raiseAfterMs
      ? { level: step(1), hotSinceMs: null, calmSinceMs: null }
      : { level: before.level, hotSinceMs, calmSinceMs: null };
  }
  if (wanted < before.level) {
    const calmSinceMs = before.calmSinceMs ?? atMs;
    return atMs - calmSinceMs >= budgetSurge.calmAfterMs
      ? { level: step(-1), hotSinceMs: null, calmSinceMs: null }
      : { level: before.level, hotSinceMs: null, calmSinceMs };
  }
  return { level: before.level, hotSinceMs: null, calmSinceMs: null };
}
