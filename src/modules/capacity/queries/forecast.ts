import { calendarViews, dayNumberOf, timeZone } from "@/modules/sla";
import { nowMs } from "@/platform/clock";
import { db, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import type { Method } from "../rules/forecast/back-test";
import {
  type Arrivals,
  type Expected,
  type Forecast,
  forecastOf,
} from "../rules/forecast/forecast";
import type { LocalClock } from "../rules/forecast/season";

const hourMs = 3_600_000;
const hoursShownBack = 14 * 24;
const rowsMax = raw(String(limits.arrivalHoursRowsMax));

/** Every whole hour from the first one with a ticket on; what is missing in between was not counted. */
async function arrivals(): Promise<Arrivals | null> {
  const rows = await db.read.rows<{ at: Date; tickets: number }>(sql`
    select at, tickets from arrival_hours
    where at >= (select min(at) from arrival_hours where tickets > 0)
    order by at desc limit ${rowsMax}`);
  const newest = rows[0];
  if (newest === undefined) return null;
  // Back to the first gap: what was before it has another distance than its place says.
  const gap = rows.findIndex(
    ({ at }, index) => newest.at.getTime() - at.getTime() !== index * hourMs,
  );
  const whole = (gap === -1 ? rows : rows.slice(0, gap)).reverse();
  return {
    fromMs: (whole[0] ?? newest).at.getTime(),
    counts: whole.map(({ tickets }) => tickets),
  };
}

export type Calendar = { id: string; name: string; timeZone: string };

/** The clock and the holidays that the week is read by: those asked for, else those of most policies. */
async function calendarFor(
  asked: string | null,
): Promise<{ calendars: Calendar[]; calendar: Calendar | null; clock: LocalClock }> {
  const views = await calendarViews();
  const byUse = views.toSorted((a, b) => b.usedBy.length - a.usedBy.length);
  const chosen = byUse.find(({ id }) => id === asked) ?? byUse[0];
  const plain = ({ id, name, definition }: (typeof views)[number]) => ({
    id,
    name,
    timeZone: definition.timeZone,
  });
  const zone = timeZone(chosen?.definition.timeZone ?? "UTC");
  const holidays = (chosen?.definition.holidays ?? []).map(dayNumberOf);
  return {
    calendars: byUse.map(plain),
    calendar: chosen === undefined ? null : plain(chosen),
    clock: {
      offsetMsAt: (instantMs) => zone?.offsetMsAt(instantMs) ?? 0,
      holidays: new Set(holidays.filter((day) => day !== null)),
    },
  };
}

export type ForecastAnswer = {
  atMs: number;
  calendars: Calendar[];
  calendar: Calendar | null;
  /** The end of the last hour that was counted; null where none was. */
  countedUntilMs: number | null;
  weeksKnown: number;
  recent: { atMs: number; value: number }[];
  perDayLately: number | null;
  /** Null while there are fewer than eight weeks. */
  forecast: (Omit<Forecast, "hours"> & { method: Method; hours: Expected[] }) | null;
};

const rounded = (value: number) => Math.round(value * 100) / 100;
const roundedOrNull = (value: number | null) => (value === null ? null : rounded(value));

function answered({ backTest, hours, days }: Forecast): ForecastAnswer["forecast"] {
  const plain = (each: Expected): Expected => ({
    atMs: each.atMs,
    expected: rounded(each.expected),
    low: roundedOrNull(each.low),
    high: roundedOrNull(each.high),
  });
  return {
    method: backTest.method,
    backTest,
    hours: hours.map(plain),
    days: days.map((day) => ({
      ...plain(day),
      isHoliday: day.isHoliday,
      byHour: day.byHour.map(rounded),
    })),
  };
}

const daysLately = 28;

/** What comes in the next four weeks by the hours of a calendar, and how wrong it would have been. */
export async function forecastFor(calendarId: string | null): Promise<ForecastAnswer> {
  const [known, { calendars, calendar, clock }] = await Promise.all([
    arrivals(),
    calendarFor(calendarId),
  ]);
  const counts = known?.counts ?? [];
  const fromMs = known?.fromMs ?? 0;
  const forecast = known === null ? null : forecastOf(known, clock);
  const shownFrom = Math.max(0, counts.length - hoursShownBack);
  const lately = counts.slice(-daysLately * 24);
  return {
    atMs: nowMs(),
    calendars,
    calendar,
    countedUntilMs: known === null ? null : fromMs + counts.length * hourMs,
    weeksKnown: Math.floor(counts.length / 168),
    recent: counts.slice(shownFrom).map((value, index) => ({
      atMs: fromMs + (shownFrom + index) * hourMs,
      value,
    })),
    perDayLately:
      lately.length < 24
        ? null
        : rounded((lately.reduce((sum, each) => sum + each, 0) / lately.length) * 24),
    forecast: forecast === null ? null : answered(forecast),
  };
}
