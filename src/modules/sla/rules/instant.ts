import { dayMs, hourMs, minuteMs } from "./units";

const pattern =
  /^(\d{4}-\d{2}-\d{2})[Tt](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:[Zz]|([+-])(\d{2}):?(\d{2})?)$/;

/** The number of a date, counted from 1970-01-01, or null where there is no such date (2026-02-29). */
export function dayNumberOf(date: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return null;
  const ms = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== date) return null;
  return ms / dayMs;
}

/**
 * Reads an instant in ISO 8601 with an offset or Z, to the millisecond; finer digits are cut off. Null where
 * it is none: a time without an offset means another instant on every machine, so it is not guessed at.
 */
export function parseInstant(text: string): number | null {
  const [
    match,
    date,
    hours,
    minutes,
    seconds = "0",
    fraction = "",
    sign,
    offsetHours,
    offsetMinutes,
  ] = pattern.exec(text) ?? [];
  const day = match === undefined || date === undefined ? null : dayNumberOf(date);
  if (day === null) return null;
  const [h, m, s] = [Number(hours), Number(minutes), Number(seconds)];
  const [oh, om] = [Number(offsetHours ?? 0), Number(offsetMinutes ?? 0)];
  const ms = Number(fraction.padEnd(3, "0").slice(0, 3));
  const endOfDay = h === 24 && m === 0 && s === 0 && ms === 0;
  if ((h > 23 && !endOfDay) || m > 59 || s > 59 || oh > 23 || om > 59) return null;
  const offsetMs = (sign === "-" ? -1 : 1) * (oh * hourMs + om * minuteMs);
  return day * dayMs + h * hourMs + m * minuteMs + s * 1_000 + ms - offsetMs;
}

/** Written in UTC with Z; milliseconds stand there only where they are not zero. */
export function formatInstant(ms: number): string {
  const text = new Date(ms).toISOString();
  return text.endsWith(".000Z") ? `${text.slice(0, -5)}Z` : text;
}
