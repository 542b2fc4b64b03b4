import type { TimeZone, ZoneStretch } from "./time-zone";
import { dayMs, hourMs } from "./units";

/** No zone is further from UTC, the local mean times of the nineteenth century included. */
const offsetMsMax = 28 * hourMs;

type Stretches = readonly ZoneStretch[];

/**
 * The instant at which the clock is put past a local time that it never shows; `passes` says whether a
 * stretch that begins at this local time has left it behind.
 */
function gapInstant(around: Stretches, passes: (localStartMs: number) => boolean): number {
  const after = around.find(({ fromMs, offsetMs }) => passes(fromMs + offsetMs));
  const last = around.at(-1);
  return (after ?? last)?.fromMs ?? 0;
}

/** `localMs` are milliseconds since 1970-01-01 by the local clock. The only stretch there is, or all of them. */
const around = (zone: TimeZone, localMs: number) =>
  zone.stretches(localMs - offsetMsMax, localMs + offsetMsMax);

/**
 * When what opens at a local time opens. Shown twice, it is the first time; never shown, it is the moment at
 * which the clock is put past it.
 */
export function openingInstant(zone: TimeZone, localMs: number): number {
  const stretches = around(zone, localMs);
  const shown = stretches.find(
    ({ fromMs, toMs, offsetMs }) => fromMs + offsetMs <= localMs && localMs < toMs + offsetMs,
  );
  return shown ? localMs - shown.offsetMs : gapInstant(stretches, (start) => start > localMs);
}

/**
 * When what closes at a local time closes. Where the clock runs up to that time twice, it is the second
 * time; never shown, it is the moment at which the clock is put past it.
 */
export function closingInstant(zone: TimeZone, localMs: number): number {
  const stretches = around(zone, localMs);
  const reached = stretches.findLast(
    ({ fromMs, toMs, offsetMs }) => fromMs + offsetMs < localMs && localMs <= toMs + offsetMs,
  );
  return reached ? localMs - reached.offsetMs : gapInstant(stretches, (start) => start >= localMs);
}

/**
 * When a local date begins, which is when the one before it is over for good: where clocks are put back
 * over midnight, the hour that is shown again still belongs to the old day. So days cover time without gap or
 * overlap, and a date that a zone skipped (Apia, 2011-12-30) is empty.
 */
export function dayStart(zone: TimeZone, day: number): number {
  return closingInstant(zone, day * dayMs);
}

/** The local date on which an instant falls, as days since 1970-01-01. */
export function dayAt(zone: TimeZone, instantMs: number): number {
  let day = Math.floor((instantMs + zone.offsetMsAt(instantMs)) / dayMs);
  // Only around a change over midnight may the date that the clock shows not be the day that is running.
  while (instantMs < dayStart(zone, day)) day -= 1;
  while (instantMs >= dayStart(zone, day + 1)) day += 1;
  return day;
}
