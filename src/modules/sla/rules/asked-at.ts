import type { BusinessCalendar } from "./calendar";
import { dueAfter } from "./due";
import { dayNumberOf } from "./instant";
import { openingInstant } from "./local-time";
import { dayMs, hourMs, minuteMs } from "./units";

/** A date and time as clocks in the calendar's zone show it ("2026-03-02T09:30"); null where it is none. */
export function localInstant(calendar: BusinessCalendar, local: string): number | null {
  const [match, date, hours, minutes] =
    /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::\d{2})?$/.exec(local) ?? [];
  const day = match === undefined || date === undefined ? null : dayNumberOf(date);
  if (day === null) return null;
  const localMs = day * dayMs + Number(hours) * hourMs + Number(minutes) * minuteMs;
  return openingInstant(calendar.zone, localMs);
}

/** "Asked then, it is due then": null where the calendar never has so many hours. */
export function dueOf(
  calendar: BusinessCalendar,
  askedAtMs: number,
  targetMinutes: number,
): number | null {
  const due = dueAfter(calendar, askedAtMs, targetMinutes * minuteMs, []);
  return due.kind === "at" ? due.atMs : null;
}
