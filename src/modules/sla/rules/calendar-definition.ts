import { dayNumberOf } from "./instant";
import { timeZone } from "./time-zone";
import { hourMs, minuteMs } from "./units";

export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof weekdays)[number];

/** From opening to closing by the local clock: `["09:00", "12:30"]`; `24:00` ends a day. */
export type ClockRange = readonly [opens: string, closes: string];

/** A business calendar as people write it and as it is stored. */
export interface CalendarDefinition {
  readonly timeZone: string;
  /** A day that is not named is closed. */
  readonly weekly: Readonly<Partial<Record<Weekday, readonly ClockRange[] | undefined>>>;
  /** Closed all day, whatever else is said of the date. */
  readonly holidays: readonly string[];
  /** Hours that replace a date's own; none closes it. */
  readonly exceptions: Readonly<Record<string, readonly ClockRange[]>>;
}

export interface CalendarProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** Milliseconds since local midnight, or null where it is no clock time. */
export function clockTimeMs(text: string): number | null {
  if (text === "24:00") return 24 * hourMs;
  const [match, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  return match === undefined ? null : Number(hours) * hourMs + Number(minutes) * minuteMs;
}

const words = (range: ClockRange) => `${range[0]}-${range[1]}`;

function problemOfRange(range: ClockRange): string | null {
  const [opens, closes] = [clockTimeMs(range[0]), clockTimeMs(range[1])];
  if (opens === null) return `"${range[0]}" is no clock time (HH:MM, 00:00 to 24:00)`;
  if (closes === null) return `"${range[1]}" is no clock time (HH:MM, 00:00 to 24:00)`;
  if (closes > opens) return null;
  return `${words(range)} closes before it opens; hours over midnight end at 24:00 and go on the next day`;
}

/**
 * Hours may stand in any order and may touch. Where they overlap, one of them is a slip of the pen, and
 * guessing which would move deadlines without a word.
 */
function problemOfDay(ranges: readonly ClockRange[]): string | null {
  for (const range of ranges) {
    const problem = problemOfRange(range);
    if (problem) return problem;
  }
  const sorted = ranges.toSorted((a, b) => (a[0] < b[0] ? -1 : 1));
  for (const [index, range] of sorted.entries()) {
    const next = sorted[index + 1];
    if (next && next[0] < range[1]) return `${words(range)} and ${words(next)} overlap`;
  }
  return null;
}

/** All that is wrong with a calendar, each with its place; a calendar without problems can be compiled. */
export function calendarProblems(definition: CalendarDefinition): CalendarProblem[] {
  const problems: CalendarProblem[] = [];
  const report = (path: (string | number)[], message: string | null) => {
    if (message !== null) problems.push({ path, message });
  };
  if (!timeZone(definition.timeZone)) {
    report(["timeZone"], `"${definition.timeZone}" is no time zone that is known here`);
  }
  for (const weekday of weekdays) {
    report(["weekly", weekday], problemOfDay(definition.weekly[weekday] ?? []));
  }
  for (const [index, date] of definition.holidays.entries()) {
    if (dayNumberOf(date) === null)
      report(["holidays", index], `"${date}" is no date (YYYY-MM-DD)`);
  }
  for (const [date, ranges] of Object.entries(definition.exceptions)) {
    if (dayNumberOf(date) === null) report(["exceptions", date], "is no date (YYYY-MM-DD)");
    report(["exceptions", date], problemOfDay(ranges));
  }
  return problems;
}
