import { insideOf, type Pair, type Spread, spreadOf } from "./interval";
import { type Hour, weekHours } from "./season";
import { lastWeekForecast, seasonalForecast } from "./seasonal";

export const aheadHours = 4 * weekHours;
/** A course needs some weeks before it is one. */
const learnHoursMin = 4 * weekHours;
const originsMax = 8;

export type Method = "seasonal" | "last week";

const methods = { seasonal: seasonalForecast, "last week": lastWeekForecast } as const;
export const methodOf = (method: Method) => methods[method];

interface Tried extends Pair {
  readonly index: number;
  readonly weekAhead: number;
}

/** How wrong a method was: the sum of all misses by the sum of all that came. */
export interface Wrongness {
  readonly share: number | null;
  readonly byWeekAhead: readonly (number | null)[];
}

export interface BackTest {
  readonly method: Method;
  /** From how many past days four weeks were foretold. */
  readonly origins: number;
  readonly seasonal: Wrongness;
  readonly lastWeek: Wrongness;
  /** What lay inside the interval in the last four weeks, seen with what was known before them. */
  readonly inside: number | null;
  readonly insideOfDays: number | null;
  readonly hourly: Spread | null;
  readonly daily: Spread | null;
}

function wrongnessOf(tried: readonly Tried[]): Wrongness {
  const share = (some: readonly Tried[]) => {
    const came = some.reduce((sum, each) => sum + each.came, 0);
    const missed = some.reduce((sum, each) => sum + Math.abs(each.came - each.expected), 0);
    return came > 0 ? missed / came : null;
  };
  const weeks = Array.from({ length: aheadHours / weekHours }, (_, index) => index + 1);
  return {
    share: share(tried),
    byWeekAhead: weeks.map((week) => share(tried.filter(({ weekAhead }) => weekAhead === week))),
  };
}

function triedFrom(
  method: Method,
  counts: readonly number[],
  hours: readonly Hour[],
  origin: number,
): Tried[] {
  return methodOf(method)(counts, hours, origin, aheadHours).map((expected, index) => ({
    index: origin + index,
    weekAhead: Math.floor(index / weekHours) + 1,
    expected,
    came: counts[origin + index] ?? 0,
  }));
}

/** The same by day; days that the trial cuts are left out. */
function daysOf(tried: readonly Tried[], hours: readonly Hour[]): Tried[] {
  const days = new Map<number, Tried[]>();
  for (const each of tried) {
    const day = hours[each.index]?.day ?? 0;
    const known = days.get(day);
    if (known === undefined) days.set(day, [each]);
    else known.push(each);
  }
  const dayHoursMin = 23;
  return [...days.values()]
    .filter((all) => all.length >= dayHoursMin)
    .map((all) => ({
      index: Math.max(...all.map(({ index }) => index)),
      weekAhead: all[0]?.weekAhead ?? 1,
      expected: all.reduce((sum, { expected }) => sum + expected, 0),
      came: all.reduce((sum, { came }) => sum + came, 0),
    }));
}

/** The interval of the last four weeks, made of what came before them alone. */
function honestInside(newest: readonly Tried[], older: readonly Tried[]): number | null {
  const from = newest[0]?.index ?? 0;
  const spread = spreadOf(older.filter(({ index }) => index < from));
  return spread === null ? null : insideOf(newest, spread);
}

/**
 * Foretells four weeks from several past Sundays as if one did not know them, with both methods, and
 * takes the one that missed less. Null while there is too little to learn from and to try on.
 */
export function backTest(counts: readonly number[], hours: readonly Hour[]): BackTest | null {
  const origins = Array.from(
    { length: originsMax },
    (_, back) => counts.length - aheadHours - back * weekHours,
  ).filter((origin) => origin >= learnHoursMin);
  if (origins.length === 0) return null;
  const from = (method: Method) =>
    origins.map((origin) => triedFrom(method, counts, hours, origin));
  const [seasonal, lastWeek] = [from("seasonal"), from("last week")];
  const [ofSeasonal, ofLastWeek] = [wrongnessOf(seasonal.flat()), wrongnessOf(lastWeek.flat())];
  const isBetter =
    ofSeasonal.share !== null && ofLastWeek.share !== null && ofSeasonal.share < ofLastWeek.share;
  const [newest = [], ...older] = isBetter ? seasonal : lastWeek;
  const byDay = (all: readonly (readonly Tried[])[]) => all.flatMap((each) => daysOf(each, hours));
  return {
    method: isBetter ? "seasonal" : "last week",
    origins: origins.length,
    seasonal: ofSeasonal,
    lastWeek: ofLastWeek,
    inside: honestInside(newest, older.flat()),
    insideOfDays: honestInside(daysOf(newest, hours), byDay(older)),
    hourly: spreadOf([...newest, ...older.flat()]),
    daily: spreadOf(byDay([newest, ...older])),
  };
}
