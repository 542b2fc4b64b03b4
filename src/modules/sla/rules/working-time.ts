import { type BusinessCalendar, openingsOn, type Stretch } from "./calendar";
import { dayAt } from "./local-time";
import { dayMs } from "./units";

/**
 * Nothing falls due after the year 9999, the last that can be written with four digits. Days are summed up
 * four weeks at a time, so looking as far as that takes at most 104,000 steps.
 */
const horizonDay = Date.UTC(9999, 11, 31) / dayMs;

const blockDays = 28;
const blocksKeptMax = 20_000;

/** `sums[n]` are the open milliseconds of the first n days of a block of four weeks. */
function sumsOf(calendar: BusinessCalendar, block: number): Float64Array {
  const known = calendar.sums.get(block);
  if (known) return known;
  if (calendar.sums.size >= blocksKeptMax) calendar.sums.clear();
  const sums = new Float64Array(blockDays + 1);
  for (let index = 0; index < blockDays; index += 1) {
    const openings = openingsOn(calendar, block * blockDays + index);
    sums[index + 1] = (sums[index] ?? 0) + overlapMs(openings, -Infinity, Infinity);
  }
  calendar.sums.set(block, sums);
  return sums;
}

function overlapMs(stretches: readonly Stretch[], fromMs: number, toMs: number): number {
  let sumMs = 0;
  for (const stretch of stretches) {
    sumMs += Math.max(0, Math.min(stretch.toMs, toMs) - Math.max(stretch.fromMs, fromMs));
  }
  return sumMs;
}

/** The open milliseconds of whole days, `toDay` not included. */
function openMsOfDays(calendar: BusinessCalendar, fromDay: number, toDay: number): number {
  let sumMs = 0;
  for (let day = fromDay; day < toDay; ) {
    const block = Math.floor(day / blockDays);
    const untilDay = Math.min(toDay, (block + 1) * blockDays);
    const sums = sumsOf(calendar, block);
    sumMs += (sums[untilDay - block * blockDays] ?? 0) - (sums[day - block * blockDays] ?? 0);
    day = untilDay;
  }
  return sumMs;
}

/** How long the calendar is open from one instant to another, in physical milliseconds; 0 backwards. */
export function openMsBetween(calendar: BusinessCalendar, fromMs: number, toMs: number): number {
  if (toMs <= fromMs) return 0;
  const [firstDay, lastDay] = [dayAt(calendar.zone, fromMs), dayAt(calendar.zone, toMs)];
  const firstMs = overlapMs(openingsOn(calendar, firstDay), fromMs, toMs);
  if (lastDay === firstDay) return firstMs;
  const lastMs = overlapMs(openingsOn(calendar, lastDay), fromMs, toMs);
  return firstMs + openMsOfDays(calendar, firstDay + 1, lastDay) + lastMs;
}

function instantWithin(
  openings: readonly Stretch[],
  fromMs: number,
  openMs: number,
): number | null {
  let leftMs = openMs;
  for (const opening of openings) {
    const startMs = Math.max(opening.fromMs, fromMs);
    const lengthMs = opening.toMs - startMs;
    if (lengthMs <= 0) continue;
    if (lengthMs >= leftMs) return startMs + leftMs;
    leftMs -= lengthMs;
  }
  return null;
}

/**
 * The first instant at which the calendar has been open for `openMs` (above 0) since `fromMs`, so it may be
 * closing time itself. Null where it does not open for that long up to `horizonDay`.
 */
export function instantAfterOpenMs(
  calendar: BusinessCalendar,
  fromMs: number,
  openMs: number,
): number | null {
  const lastDay = Math.min(calendar.lastOpenDay, horizonDay);
  const firstDay = dayAt(calendar.zone, fromMs);
  const openings = openingsOn(calendar, firstDay);
  const today = instantWithin(openings, fromMs, openMs);
  if (today !== null) return today;
  let leftMs = openMs - overlapMs(openings, fromMs, Infinity);
  let day = firstDay + 1;
  while (day <= lastDay) {
    const block = Math.floor(day / blockDays);
    const sums = sumsOf(calendar, block);
    const passedMs = sums[day - block * blockDays] ?? 0;
    const reached = sums.findIndex((sumMs) => sumMs - passedMs >= leftMs);
    if (reached > 0) {
      const dueDay = block * blockDays + reached - 1;
      const before = leftMs - ((sums[reached - 1] ?? 0) - passedMs);
      return dueDay > lastDay
        ? null
        : instantWithin(openingsOn(calendar, dueDay), -Infinity, before);
    }
    leftMs -= (sums[blockDays] ?? 0) - passedMs;
    day = (block + 1) * blockDays;
  }
  return null;
}
