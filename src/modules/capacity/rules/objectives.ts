import { type Burn, burnOf } from "./burn";
import { type BurnWindow, burnWindowMinutes, burnWindows } from "./figures/burn-windows";
import { type Objective, type ObjectiveName, objectiveOf } from "./figures/objectives";
import type { FigureSet } from "./figures/set";

type Promised = Pick<Objective, "objective" | "windowDays">;

/** What was counted for one objective in one span of time. */
export type Counted = { readonly atMs: number; readonly good: number; readonly total: number };

/** How a promise stands, whoever's it is. */
export type Standing = {
  readonly good: number;
  readonly total: number;
  /** The share that was good; null when there are too few events to say. */
  readonly achieved: number | null;
  /** The share of the window's budget that is left, below 0 when overspent; null as above. */
  readonly budgetLeft: number | null;
  /** How many minutes of nothing but errors are left. */
  readonly minutesLeft: number | null;
  readonly burn: Burn["burn"];
  readonly alerts: Burn["alerts"];
  /** When the budget is gone at the rate of the last six hours; null when it is not burning. */
  readonly runsOutMs: number | null;
  /** The budget that was left at the end of each day, oldest first. */
  readonly burnDown: readonly { readonly atMs: number; readonly value: number | null }[];
};

export type ObjectiveReport = Standing & {
  readonly name: ObjectiveName;
  /** What was promised: admins may have set it. */
  readonly promise: Objective;
};

/** Below this many events a share says more about luck than about us. */
const eventsMin = 20;

const minuteMs = 60_000;
const dayMs = 1_440 * minuteMs;
const add = (spans: readonly Counted[]) =>
  spans.reduce((sum, { good, total }) => ({ good: sum.good + good, total: sum.total + total }), {
    good: 0,
    total: 0,
  });

const after = (spans: readonly Counted[], fromMs: number) =>
  spans.filter(({ atMs }) => atMs > fromMs);

function ratiosOf(spans: readonly Counted[], nowMs: number) {
  const ratios: Partial<Record<BurnWindow, number>> = {};
  for (const window of burnWindows) {
    const { good, total } = add(after(spans, nowMs - burnWindowMinutes[window] * minuteMs));
    if (total > 0) ratios[window] = (total - good) / total;
  }
  return ratios;
}

/** The share of a whole window's budget that is left after some events, if all of it were like them. */
const leftOf = (objective: Promised, { good, total }: { good: number; total: number }) =>
  total === 0 ? null : 1 - (total - good) / total / (1 - objective.objective);

/**
 * How an objective stands over its window, from what was counted in spans of minutes and hours.
 * Everything follows from `good` and `total`, so that anyone can compute it again.
 */
export function objectiveReport(
  name: ObjectiveName,
  spans: readonly Counted[],
  nowMs: number,
  set?: FigureSet,
): ObjectiveReport {
  const promise = objectiveOf(name, set);
  return { name, promise, ...reportOf(promise, spans, nowMs) };
}

/** The same of any promise that is kept or broken, event by event. */
export function reportOf(objective: Promised, spans: readonly Counted[], nowMs: number): Standing {
  const { windowDays } = objective;
  const within = after(spans, nowMs - windowDays * dayMs);
  const counted = add(within);
  const isEnough = counted.total >= eventsMin;
  const burn = burnOf({
    objective: objective.objective,
    windowDays,
    ...counted,
    ratios: ratiosOf(spans, nowMs),
  });
  const budgetLeft = isEnough ? leftOf(objective, counted) : null;
  const rate = burn.burn?.["6h"] ?? 0;
  const minutesLeft = budgetLeft === null ? null : budgetLeft * burn.budgetMinutes;
  const isBurning = rate > 0 && budgetLeft !== null && budgetLeft > 0;
  return {
    ...counted,
    achieved: isEnough ? counted.good / counted.total : null,
    budgetLeft,
    minutesLeft,
    burn: burn.burn,
    alerts: burn.alerts,
    runsOutMs: isBurning ? nowMs + (budgetLeft * windowDays * dayMs) / rate : null,
    burnDown: Array.from({ length: windowDays }, (_, index) => {
      const atMs = nowMs - (windowDays - 1 - index) * dayMs;
      const until = add(within.filter((span) => span.atMs <= atMs));
      return { atMs, value: spentSoFar(objective, until, counted.total) };
    }),
  };
}

/** What was left of the budget of all the window's events after the first of them. */
function spentSoFar(
  objective: Promised,
  { good, total }: { good: number; total: number },
  totalOfWindow: number,
): number | null {
  if (total === 0 || totalOfWindow < eventsMin) return null;
  return 1 - (total - good) / (totalOfWindow * (1 - objective.objective));
}
