import { type Hour, sundaySlot, weekHours } from "./season";

const weeksMax = 52;
/** How many weeks back a week of the course counts half. */
const halfLifeWeeks = 8;
const levelGain = 0.4;
const trendGain = 0.1;
/** What of a trend is left with each week ahead: none goes on for ever. */
const trendKept = 0.8;
/** Holidays speak for themselves once this many tickets would have been expected on them. */
const holidayTicketsMin = 20;

interface Week {
  readonly fromIndex: number;
  readonly weight: number;
}

const weeksOf = (until: number): Week[] =>
  Array.from({ length: Math.min(weeksMax, Math.floor(until / weekHours)) }, (_, back) => ({
    fromIndex: until - (back + 1) * weekHours,
    weight: 0.5 ** (back / halfLifeWeeks),
  })).reverse();

const indexesOf = ({ fromIndex }: Week) =>
  Array.from({ length: weekHours }, (_, index) => fromIndex + index);

/** The course of a week: what each hour had of its week's level. */
function courseOf(
  counts: readonly number[],
  hours: readonly Hour[],
  weeks: readonly Week[],
  levels: readonly number[],
): number[] {
  const came = new Array<number>(weekHours).fill(0);
  const could = new Array<number>(weekHours).fill(0);
  for (const [at, week] of weeks.entries())
    for (const index of indexesOf(week)) {
      const hour = hours[index];
      if (hour === undefined || hour.isHoliday) continue;
      came[hour.slot] = (came[hour.slot] ?? 0) + week.weight * (counts[index] ?? 0);
      could[hour.slot] = (could[hour.slot] ?? 0) + week.weight * (levels[at] ?? 1);
    }
  return came.map((sum, slot) => ((could[slot] ?? 0) > 0 ? sum / (could[slot] ?? 1) : 0));
}

/** How a week compares with the course: 1 is as usual. A week of holidays alone is as the course. */
function levelOf(
  counts: readonly number[],
  hours: readonly Hour[],
  week: Week,
  course: readonly number[],
): number {
  let came = 0;
  let usual = 0;
  for (const index of indexesOf(week)) {
    const hour = hours[index];
    if (hour === undefined || hour.isHoliday) continue;
    came += counts[index] ?? 0;
    usual += course[hour.slot] ?? 0;
  }
  return usual > 0 ? came / usual : 1;
}

interface Course {
  readonly level: number;
  readonly trend: number;
}

/** Where the level stands and where it goes (Holt's smoothing, the trend damped). */
function smoothed(levels: readonly number[]): Course {
  const early = levels.slice(0, 4);
  let level = early.reduce((sum, each) => sum + each, 0) / Math.max(1, early.length);
  let trend = 0;
  for (const each of levels) {
    const expected = level + trendKept * trend;
    const next = expected + levelGain * (each - expected);
    trend = trendKept * trend + trendGain * (next - level - trendKept * trend);
    level = next;
  }
  return { level, trend };
}

/** What of the usual comes on holidays; null while there were too few of them to say. */
function holidayShare(
  counts: readonly number[],
  hours: readonly Hour[],
  weeks: readonly Week[],
  levels: readonly number[],
  course: readonly number[],
): number | null {
  let came = 0;
  let usual = 0;
  for (const [at, week] of weeks.entries())
    for (const index of indexesOf(week)) {
      const hour = hours[index];
      if (hour?.isHoliday !== true) continue;
      came += counts[index] ?? 0;
      usual += (course[hour.slot] ?? 0) * (levels[at] ?? 1);
    }
  return usual >= holidayTicketsMin ? came / usual : null;
}

/**
 * Expected arrivals of the hours from `until` on, seen from there: a week's course by weekday and
 * hour, times a level that follows the weeks. `hours` reach beyond what has been counted.
 */
export function seasonalForecast(
  counts: readonly number[],
  hours: readonly Hour[],
  until: number,
  ahead: number,
): number[] {
  const weeks = weeksOf(until);
  const rough = courseOf(counts, hours, weeks, []);
  const levels = weeks.map((week) => levelOf(counts, hours, week, rough));
  const course = courseOf(counts, hours, weeks, levels);
  const { level, trend } = smoothed(levels);
  const share = holidayShare(counts, hours, weeks, levels, course);
  return hours.slice(until, until + ahead).map(({ slot, isHoliday }, index) => {
    const week = Math.floor(index / weekHours) + 1;
    const grown = trend * ((trendKept * (1 - trendKept ** week)) / (1 - trendKept));
    const usual = !isHoliday
      ? (course[slot] ?? 0)
      : share === null
        ? (course[sundaySlot(slot)] ?? 0)
        : (course[slot] ?? 0) * share;
    return Math.max(0, usual * (level + grown));
  });
}

/** As many as in the same hour of the last week that is known. */
export function lastWeekForecast(
  counts: readonly number[],
  hours: readonly Hour[],
  until: number,
  ahead: number,
): number[] {
  const last = new Map<number, number>();
  // An hour that the clocks skipped last week is that of the week before.
  for (let index = Math.max(0, until - 2 * weekHours); index < until; index += 1)
    last.set(hours[index]?.slot ?? 0, counts[index] ?? 0);
  return hours.slice(until, until + ahead).map(({ slot }) => last.get(slot) ?? 0);
}
