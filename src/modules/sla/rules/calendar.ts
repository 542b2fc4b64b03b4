import {
  type CalendarDefinition,
  type ClockRange,
  clockTimeMs,
  weekdays,
} from "./calendar-definition";
import { dayNumberOf } from "./instant";
import { closingInstant, dayStart, openingInstant } from "./local-time";
import { type TimeZone, timeZone } from "./time-zone";
import { dayMs } from "./units";

/** Physical time from one instant up to but without another. */
export interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Hours of a day in milliseconds since local midnight, sorted and not touching. */
interface DayHours {
  readonly opensMs: number;
  readonly closesMs: number;
}

/** A calendar made ready for arithmetic. Days are counted from 1970-01-01. */
export interface BusinessCalendar {
  readonly zone: TimeZone;
  readonly weekly: readonly (readonly DayHours[])[];
  readonly holidays: ReadonlySet<number>;
  readonly exceptions: ReadonlyMap<number, readonly DayHours[]>;
  /** The last day on which it can be open; Infinity where some weekday is. */
  readonly lastOpenDay: number;
  /** What working-time.ts has summed up already, four weeks an entry. */
  readonly sums: Map<number, Float64Array>;
}

const closed: readonly DayHours[] = [];

function hoursOf(ranges: readonly ClockRange[] = []): readonly DayHours[] {
  const sorted = ranges
    .map(([opens, closes]) => ({
      opensMs: clockTimeMs(opens) ?? 0,
      closesMs: clockTimeMs(closes) ?? 0,
    }))
    .toSorted((a, b) => a.opensMs - b.opensMs);
  const joined: DayHours[] = [];
  for (const hours of sorted) {
    const last = joined.at(-1);
    if (last?.closesMs === hours.opensMs) {
      joined[joined.length - 1] = { opensMs: last.opensMs, closesMs: hours.closesMs };
    } else joined.push(hours);
  }
  return joined;
}

/** Of a definition in which `calendarProblems` finds none. */
export function compileCalendar(definition: CalendarDefinition): BusinessCalendar {
  const zone = timeZone(definition.timeZone);
  if (!zone) throw new RangeError(`There is no time zone ${definition.timeZone}.`);
  const weekly = weekdays.map((weekday) => hoursOf(definition.weekly[weekday]));
  const holidays = new Set(definition.holidays.map((date) => dayNumberOf(date) ?? Number.NaN));
  const exceptions = new Map(
    Object.entries(definition.exceptions).map(([date, ranges]) => [
      dayNumberOf(date) ?? Number.NaN,
      hoursOf(ranges),
    ]),
  );
  const openExceptions = [...exceptions]
    .filter(([day, hours]) => hours.length > 0 && !holidays.has(day))
    .map(([day]) => day);
  const lastOpenDay = weekly.some((hours) => hours.length > 0)
    ? Number.POSITIVE_INFINITY
    : openExceptions.reduce((last, day) => Math.max(last, day), Number.NEGATIVE_INFINITY);
  return { zone, weekly, holidays, exceptions, lastOpenDay, sums: new Map() };
}

function hoursOn(calendar: BusinessCalendar, day: number): readonly DayHours[] {
  if (calendar.holidays.has(day)) return closed;
  const exception = calendar.exceptions.get(day);
  if (exception) return exception;
  // 1970-01-01 was a Thursday.
  return calendar.weekly[(((day + 3) % 7) + 7) % 7] ?? closed;
}

/** When the calendar is open on a local date, in order, never beyond the day's own beginning and end. */
export function openingsOn(calendar: BusinessCalendar, day: number): readonly Stretch[] {
  const hours = hoursOn(calendar, day);
  if (hours.length === 0) return [];
  const { zone } = calendar;
  const midnightMs = day * dayMs;
  const [startMs, endMs] = [dayStart(zone, day), dayStart(zone, day + 1)];
  if (endMs - startMs === dayMs && zone.offsetMsAt(startMs) === zone.offsetMsAt(endMs)) {
    return hours.map(({ opensMs, closesMs }) => ({
      fromMs: startMs + opensMs,
      toMs: startMs + closesMs,
    }));
  }
  const openings: Stretch[] = [];
  for (const { opensMs, closesMs } of hours) {
    const fromMs = Math.max(
      openingInstant(zone, midnightMs + opensMs),
      startMs,
      openings.at(-1)?.toMs ?? startMs,
    );
    const toMs = Math.min(closingInstant(zone, midnightMs + closesMs), endMs);
    if (toMs > fromMs) openings.push({ fromMs, toMs });
  }
  return openings;
}
