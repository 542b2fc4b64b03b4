import { instantMs, wallMsAt } from "./zone";

export type SpanUnit = "s" | "m" | "h" | "d" | "w" | "mo" | "y";
export type PeriodUnit = "day" | "week" | "month" | "year";

/**
 * A point or a period in time, kept as it was meant: "three days ago" stays relative.
 * `at` is a year, month or day (a period), a wall time without zone, or an instant that ends in Z.
 */
export type Moment =
  | { readonly at: string }
  | { readonly fromNow: number; readonly unit: SpanUnit }
  | { readonly period: PeriodUnit; readonly offset: -1 | 0 | 1 };

/** A period ends where the next one starts; an instant ends where it starts. */
export interface Stretch {
  readonly startMs: number;
  readonly endMs: number;
}

export const unitSeconds: Readonly<Record<Exclude<SpanUnit, "mo" | "y">, number>> = {
  s: 1,
  m: 60,
  h: 3_600,
  d: 86_400,
  w: 604_800,
};

export function stretchOf(moment: Moment, now: Date, zone: string): Stretch {
  if ("at" in moment) return stretchAt(moment.at, zone);
  if ("fromNow" in moment) return instant(spanFrom(now, moment.fromNow, moment.unit));
  const today = new Date(wallMsAt(now.getTime(), zone));
  const [year, month, day] = [today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate()];
  const start = (offset: number): number => {
    if (moment.period === "year") return Date.UTC(year + offset, 0, 1);
    if (moment.period === "month") return Date.UTC(year, month + offset, 1);
    // Weeks start on Monday.
    const monday = day - ((today.getUTCDay() + 6) % 7);
    return moment.period === "week"
      ? Date.UTC(year, month, monday + 7 * offset)
      : Date.UTC(year, month, day + offset);
  };
  return stretch(start(moment.offset), start(moment.offset + 1), zone);
}

function stretchAt(at: string, zone: string): Stretch {
  if (at.endsWith("Z")) return instant(Date.parse(at));
  if (at.includes("T")) return instant(instantMs(Date.parse(`${at}Z`), zone));
  const [year = 0, month, day] = at.split("-").map(Number);
  if (month === undefined) return stretch(Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1), zone);
  if (day === undefined) {
    return stretch(Date.UTC(year, month - 1, 1), Date.UTC(year, month, 1), zone);
  }
  return stretch(Date.UTC(year, month - 1, day), Date.UTC(year, month - 1, day + 1), zone);
}

function spanFrom(now: Date, count: number, unit: SpanUnit): number {
  if (unit !== "mo" && unit !== "y") return now.getTime() + count * unitSeconds[unit] * 1000;
  const months = now.getUTCMonth() + count * (unit === "y" ? 12 : 1);
  // A month before 31 March is the last of February, not the third of March.
  const lastDay = new Date(Date.UTC(now.getUTCFullYear(), months + 1, 0)).getUTCDate();
  const day = Math.min(now.getUTCDate(), lastDay);
  const timeOfDayMs = now.getTime() % 86_400_000;
  return Date.UTC(now.getUTCFullYear(), months, day) + timeOfDayMs;
}

const instant = (atMs: number): Stretch => ({ startMs: atMs, endMs: atMs });

const stretch = (startWallMs: number, endWallMs: number, zone: string): Stretch => ({
  startMs: instantMs(startWallMs, zone),
  endMs: instantMs(endWallMs, zone),
});
