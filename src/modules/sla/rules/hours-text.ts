import type { CalendarDefinition, ClockRange } from "./calendar-definition";

const time = String.raw`(\d{1,2})(?::(\d{2}))?`;
const range = new RegExp(String.raw`^${time}\s*(?:-|–|to)\s*${time}$`);

const padded = (hours: string, minutes: string | undefined) =>
  `${hours.padStart(2, "0")}:${minutes ?? "00"}`;

/**
 * "9-12:30, 13:30-17" as a day's hours; "closed", or nothing, is a day without. Null where a part is
 * no stretch of time; whether the times themselves are right, the calendar says.
 */
export function readHours(text: string): ClockRange[] | null {
  const plain = text.trim().toLowerCase();
  if (plain === "" || plain === "closed") return [];
  const ranges: ClockRange[] = [];
  for (const part of plain.split(",")) {
    const [match, opens = "", opensMinutes, closes = "", closesMinutes] =
      range.exec(part.trim()) ?? [];
    if (match === undefined) return null;
    ranges.push([padded(opens, opensMinutes), padded(closes, closesMinutes)]);
  }
  return ranges;
}

export const writeHours = (ranges: readonly ClockRange[] = []): string =>
  ranges.map(([opens, closes]) => `${opens}-${closes}`).join(", ");

/** Dates, one after the other, however they are parted. */
export const readDates = (text: string): string[] =>
  text.split(/[\s,;]+/).filter((part) => part !== "");

export const writeDates = (dates: readonly string[]): string => dates.join("\n");

type Exceptions = CalendarDefinition["exceptions"];

/** "2026-12-24 09:00-12:00", one a line; the number of the line that is none, where there is one. */
export function readExceptions(text: string): { exceptions: Exceptions } | { line: number } {
  const exceptions: Record<string, ClockRange[]> = {};
  const lines = text.split("\n");
  for (const [index, line] of lines.entries()) {
    const [date, ...rest] = line.trim().split(/\s+/);
    if (date === undefined || date === "") continue;
    const hours = rest.length === 0 ? null : readHours(rest.join(" "));
    if (hours === null) return { line: index + 1 };
    exceptions[date] = hours;
  }
  return { exceptions };
}

export const writeExceptions = (exceptions: Exceptions): string =>
  Object.entries(exceptions)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([date, hours]) => `${date} ${hours.length === 0 ? "closed" : writeHours(hours)}`)
    .join("\n");
