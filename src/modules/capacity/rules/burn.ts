import {
  type BurnAlertRule,
  type BurnWindow,
  burnAlertRules,
  burnWindows,
} from "./figures/burn-windows";

const minutesPerDay = 1_440;

/** Two rates that differ by less than this share are the same rate with two roundings. */
const rounding = 1e-9;

export interface BurnQuestion {
  /** The share of events that must be good, above 0 and below 1. */
  readonly objective: number;
  readonly windowDays: number;
  readonly errorRatio?: number | undefined;
  readonly good?: number | undefined;
  readonly total?: number | undefined;
  readonly ratios?: Readonly<Partial<Record<BurnWindow, number | undefined>>> | undefined;
}

export interface BurnAlert extends BurnAlertRule {
  /** Null where one of the two windows was not measured: nobody knows. */
  readonly firing: boolean | null;
}

export interface Burn {
  /** How many minutes of nothing but errors the window forgives. */
  readonly budgetMinutes: number;
  /** How many times faster than sustainable the budget burns; null when no ratio over the window is known. */
  readonly burnRate: number | null;
  /** The share of the window's budget that the counted events have used, above 1 when overspent. */
  readonly budgetSpent: number | null;
  /** How long a whole budget lasts at this rate. */
  readonly exhaustedInMinutes: number | null;
  readonly burn: Readonly<Partial<Record<BurnWindow, number>>> | null;
  readonly alerts: readonly BurnAlert[] | null;
}

/** 1 - 0.999 is 0.0010000000000000009 to a machine; what the subtraction added is taken off again. */
function budgetShare(objective: number): number {
  const share = 1 - objective;
  return Math.round(share * 1e15) / 1e15 || share;
}

const errorRatioOf = (good: number, total: number) => (total === 0 ? 0 : (total - good) / total);

/** How fast an error budget burns (Site Reliability Workbook, chapter 5). */
export function burnOf(question: BurnQuestion): Burn {
  const { objective, windowDays, good, total, ratios } = question;
  const budget = budgetShare(objective);
  const windowMinutes = windowDays * minutesPerDay;
  const counted = good === undefined || total === undefined ? null : errorRatioOf(good, total);
  const errorRatio = question.errorRatio ?? counted;
  const burnRate = errorRatio === null ? null : errorRatio / budget;
  const burn = ratios === undefined ? null : burnByWindow(ratios, budget);
  return {
    budgetMinutes: budget * windowMinutes,
    burnRate,
    budgetSpent: counted === null ? null : counted / budget,
    exhaustedInMinutes: burnRate === null || burnRate <= 0 ? null : windowMinutes / burnRate,
    burn,
    alerts: burn === null ? null : burnAlertRules.map((rule) => alertOf(rule, burn)),
  };
}

function burnByWindow(ratios: NonNullable<BurnQuestion["ratios"]>, budget: number) {
  const burn: Partial<Record<BurnWindow, number>> = {};
  for (const window of burnWindows) {
    const ratio = ratios[window];
    if (ratio !== undefined) burn[window] = ratio / budget;
  }
  return burn;
}

function alertOf(rule: BurnAlertRule, burn: Partial<Record<BurnWindow, number>>): BurnAlert {
  const rates = [burn[rule.long], burn[rule.short]];
  const isAbove = (rate: number | undefined) =>
    rate === undefined ? null : rate > rule.threshold * (1 + rounding);
  const above = rates.map(isAbove);
  // One window that is not above settles it, whatever the other would have said.
  const firing = above.includes(false) ? false : above.includes(null) ? null : true;
  return { ...rule, firing };
}
