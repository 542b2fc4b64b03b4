import { aheadHours, type BackTest, backTest, methodOf } from "./back-test";
import { between } from "./interval";
import { type Hour, hoursFrom, type LocalClock } from "./season";

/** How many tickets came in each hour from `fromMs` on, the empty ones too. */
export interface Arrivals {
  readonly fromMs: number;
  readonly counts: readonly number[];
}

export interface Expected {
  readonly atMs: number;
  readonly expected: number;
  /** Null where no interval could be proved. */
  readonly low: number | null;
  readonly high: number | null;
}

export interface ExpectedDay extends Expected {
  readonly isHoliday: boolean;
  /** What each hour of the local day has, for a planner. */
  readonly byHour: readonly number[];
}

export interface Forecast {
  readonly backTest: BackTest;
  readonly hours: readonly Expected[];
  readonly days: readonly ExpectedDay[];
}

/** A day that is nearly over is no day to plan for. */
const wholeDayHoursMin = 23;

function daysOf(hours: readonly Hour[], expected: readonly number[], test: BackTest) {
  const days = new Map<number, { hour: Hour; value: number }[]>();
  for (const [index, hour] of hours.entries())
    days.set(hour.day, [...(days.get(hour.day) ?? []), { hour, value: expected[index] ?? 0 }]);
  return [...days.values()]
    .filter((all) => all.length >= wholeDayHoursMin)
    .map((all): ExpectedDay => {
      const sum = all.reduce((total, { value }) => total + value, 0);
      const range = test.daily === null ? null : between(sum, test.daily);
      const byHour = new Array<number>(24).fill(0);
      for (const { hour, value } of all)
        byHour[hour.slot % 24] = (byHour[hour.slot % 24] ?? 0) + value;
      return {
        atMs: all[0]?.hour.atMs ?? 0,
        expected: sum,
        low: range?.low ?? null,
        high: range?.high ?? null,
        isHoliday: all.some(({ hour }) => hour.isHoliday),
        byHour,
      };
    });
}

/** The next four weeks by hour and by day, or null where there is too little to learn from. */
export function forecastOf({ fromMs, counts }: Arrivals, clock: LocalClock): Forecast | null {
  const hours = hoursFrom(fromMs, counts.length + aheadHours, clock);
  const test = backTest(counts, hours);
  if (test === null) return null;
  const expected = methodOf(test.method)(counts, hours, counts.length, aheadHours);
  const ahead = hours.slice(counts.length);
  return {
    backTest: test,
    hours: ahead.map(({ atMs }, index) => {
      const value = expected[index] ?? 0;
      const range = test.hourly === null ? null : between(value, test.hourly);
      return { atMs, expected: value, low: range?.low ?? null, high: range?.high ?? null };
    }),
    days: daysOf(ahead, expected, test),
  };
}
