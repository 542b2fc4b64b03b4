import { fold } from "./characters";
import { filterLimits } from "./limits";
import { type Moment, type PeriodUnit, type SpanUnit, unitSeconds } from "./moments";

export interface Span {
  readonly count: number;
  readonly unit: SpanUnit;
}

const unitNames: readonly (readonly [SpanUnit, ...string[]])[] = [
  ["s", "sec", "secs", "second", "seconds"],
  ["m", "min", "mins", "minute", "minutes"],
  ["h", "hr", "hrs", "hour", "hours"],
  ["d", "day", "days"],
  ["w", "wk", "week", "weeks"],
  ["mo", "mon", "month", "months"],
  ["y", "yr", "year", "years"],
];
const unitOf = new Map(unitNames.flatMap((names) => names.map((name) => [name, names[0]])));

const periodNames: readonly (readonly [string, PeriodUnit, -1 | 0 | 1])[] = [
  ["today", "day", 0],
  ["yesterday", "day", -1],
  ["tomorrow", "day", 1],
  ["this-week", "week", 0],
  ["last-week", "week", -1],
  ["next-week", "week", 1],
  ["this-month", "month", 0],
  ["last-month", "month", -1],
  ["next-month", "month", 1],
  ["this-year", "year", 0],
  ["last-year", "year", -1],
  ["next-year", "year", 1],
];

export const periodWords = periodNames.map(([name]) => name);

/** `3d`, `2 weeks`, `6mo`: one number and one unit. */
export function readSpan(written: string): Span | undefined {
  const [, digits, word] = /^(\d{1,10})\s*(\p{L}+)$/u.exec(written) ?? [];
  const unit = unitOf.get((word ?? "").toLowerCase());
  if (digits === undefined || unit === undefined) return undefined;
  const span = { count: Number(digits), unit };
  return isNear(span.count, unit) ? span : undefined;
}

/** A span that ends in the year 12000 is a slip of the finger, and no database counts so far. */
export function isNear(count: number, unit: SpanUnit): boolean {
  const yearSeconds = 31_536_000;
  const seconds = unit === "y" ? yearSeconds : unit === "mo" ? yearSeconds / 12 : unitSeconds[unit];
  return Math.abs(count) * seconds <= filterLimits.spanYearsMax * yearSeconds;
}

export function readMoment(written: string): Moment | undefined {
  const word = fold(written);
  const period = periodNames.find(([name]) => name === word);
  if (period !== undefined) return { period: period[1], offset: period[2] };
  if (word === "now") return fromNow(0, "s");
  const [, sign, rest] = /^now\s*([+-])\s*(.+)$/iu.exec(written) ?? [];
  if (rest !== undefined) {
    const span = readSpan(rest);
    return span && fromNow(sign === "-" ? -span.count : span.count, span.unit);
  }
  return readDate(written);
}

export function fromNow(count: number, unit: SpanUnit): Moment {
  return count === 0 ? { fromNow: 0, unit: "s" } : { fromNow: count, unit };
}

/** Chronological, so that it reads the same for what lies behind and what lies ahead. */
export function writeMoment(moment: Moment): string {
  if ("at" in moment) return moment.at;
  if ("fromNow" in moment) {
    if (moment.fromNow === 0) return "now";
    const sign = moment.fromNow < 0 ? "-" : "+";
    return `now${sign}${Math.abs(moment.fromNow)}${moment.unit}`;
  }
  const name = periodNames.find(([, unit, offset]) => {
    return unit === moment.period && offset === moment.offset;
  });
  return name?.[0] ?? "today";
}

const datePattern =
  /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?$/iu;

function readDate(written: string): Moment | undefined {
  const [, year, month, day, hour, minute, second, fraction, zone] =
    datePattern.exec(written) ?? [];
  if (year === undefined || !isYear(Number(year))) return undefined;
  const numbers = [Number(month ?? 1), Number(day ?? 1), Number(hour ?? 0), Number(minute ?? 0)];
  const [m = 1, d = 1, h = 0, min = 0] = numbers;
  const date = new Date(Date.UTC(Number(year), m - 1, d));
  if (date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d || m < 1) return undefined;
  if (h > 23 || min > 59 || Number(second ?? 0) > 59) return undefined;
  if (month === undefined) return { at: year };
  if (day === undefined) return { at: `${year}-${two(m)}` };
  if (hour === undefined) return { at: `${year}-${two(m)}-${two(d)}` };
  const tail = fraction === undefined ? "" : `.${fraction.padEnd(3, "0")}`;
  const seconds = second === undefined && tail === "" ? "" : `:${second ?? "00"}${tail}`;
  const wall = `${year}-${two(m)}-${two(d)}T${two(h)}:${two(min)}${seconds}`;
  if (zone === undefined) return { at: wall };
  const offset = zone.toUpperCase().replace(/^([+-]\d{2})(\d{2})$/u, "$1:$2");
  const instant = new Date(`${wall}${offset}`);
  if (Number.isNaN(instant.getTime()) || !isYear(instant.getUTCFullYear())) return undefined;
  return { at: instant.toISOString() };
}

/** As the parser writes it, and a date that exists. */
export function isWrittenDate(at: string): boolean {
  const moment = readDate(at);
  return moment !== undefined && "at" in moment && moment.at === at;
}

const isYear = (year: number): boolean =>
  year >= filterLimits.yearMin && year <= filterLimits.yearMax;

const two = (part: number): string => String(part).padStart(2, "0");
