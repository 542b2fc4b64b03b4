import { apiPolicy } from "../figures/policies";
import { type FiguresIn, figuresIn } from "../figures-in";
import type { RangedFit } from "../scalability/range";
import type { PlanLine } from "./full-plan";
import type { PlanInputs } from "./inputs";

/** What this installation measured of itself, for a plan to rest on. */
export interface Measured {
  readonly days: number;
  /** CPU of all web processes by the answers they gave; null where too few were given. */
  readonly cpuMsPerRequest: number | null;
  readonly requests: number;
  readonly report: {
    readonly name: string;
    readonly takenOn: string;
    readonly fit: RangedFit;
  } | null;
}

const cpuTarget = apiPolicy.scaleUp.above / 100;

/** How many cores of web servers the plan's requests keep busy, left as free as the scaling rule wants. */
function coresLine(
  { load }: PlanInputs,
  { days, cpuMsPerRequest, requests }: Measured,
  { number, percent }: FiguresIn,
): PlanLine {
  const what = "Web servers' cores, as measured";
  if (cpuMsPerRequest === null)
    return {
      what,
      value: "–",
      source: "Nothing",
      formula: `Fewer than a thousand answers in ${days} days: too few to divide the CPU by`,
    };
  const cores = ((load.requestsPerMinute / 60) * cpuMsPerRequest) / 1_000 / cpuTarget;
  return {
    what,
    value: number(Math.max(load.requestsPerMinute > 0 ? 1 : 0, Math.ceil(cores))),
    source: `Measured, ${days} days, ${number(requests)} answers`,
    formula: `${number(load.requestsPerMinute)} requests a minute / 60 x ${number(cpuMsPerRequest)} ms of CPU each, at ${percent(cpuTarget)} of a core, rounded up`,
  };
}

/** Beyond what was measured nobody knows; beyond what is sure it may go wrong. */
function warningOf(
  { asked, measuredMax, sure }: { asked: number; measuredMax: number; sure: number },
  { number }: FiguresIn,
): string | null {
  const asks = `This plan asks for ${number(asked)} requests a second`;
  if (asked > measuredMax)
    return `${asks}, outside the measured range, which ends at ${number(measuredMax)}: measure there before you rely on it.`;
  return asked > sure
    ? `${asks}, and only ${number(sure)} are sure by what was measured: leave room, or measure again.`
    : null;
}

/** What the newest load report says that this installation carries, and whether the plan stays in it. */
function carriesLine({ load }: PlanInputs, { report }: Measured, words: FiguresIn): PlanLine {
  const { number } = words;
  const what = "Requests a second carried";
  if (report === null)
    return {
      what,
      value: "–",
      source: "Nothing",
      formula: "It takes load reports of three different loads on one machine: take them in below",
    };
  const { most, mostAt, loadMax, throughputMax } = report.fit;
  const range =
    most.low === null || most.high === null ? "" : ` (${number(most.low)} to ${number(most.high)})`;
  const asked = load.requestsPerMinute / 60;
  const bounds = { asked, measuredMax: throughputMax, sure: most.low ?? most.value };
  const warning = warningOf(bounds, words);
  return {
    what,
    value: `${number(most.value)}${range}`,
    source: `Load report “${report.name}”, ${report.takenOn}`,
    formula: `Universal scalability law: gamma N / (1 + alpha (N - 1) + beta N (N - 1)), the most at ${number(mostAt)} at once; measured up to ${number(loadMax)} at once. This plan asks for ${number(asked)}.`,
    ...(warning === null ? {} : { warning }),
  };
}

/** What was measured beside what the founding tables say. */
export function measuredLines(inputs: PlanInputs, measured: Measured, locale?: string): PlanLine[] {
  const words = figuresIn(locale);
  return [coresLine(inputs, measured, words), carriesLine(inputs, measured, words)];
}
