import type { BusinessCalendar, Stretch } from "./calendar";
import { withoutPauses } from "./pauses";
import { instantAfterOpenMs, openMsBetween } from "./working-time";

/** Business milliseconds between two instants that no pause took; 0 if the end is not after the start. */
export function elapsedMs(
  calendar: BusinessCalendar,
  period: Stretch,
  pauses: readonly Stretch[],
): number {
  if (period.toMs <= period.fromMs) return 0;
  let sumMs = 0;
  for (const { fromMs, toMs } of withoutPauses(period, pauses)) {
    sumMs += openMsBetween(calendar, fromMs, toMs);
  }
  return sumMs;
}

/** `paused`: a pause is open, and until it began too little time had passed. `never`: the calendar has no such hours. */
export type Due =
  | { readonly kind: "at"; readonly atMs: number }
  | { readonly kind: "paused" | "never" };

/** The first instant at which `targetMs` business milliseconds (above 0) have passed since the start. */
export function dueAfter(
  calendar: BusinessCalendar,
  startMs: number,
  targetMs: number,
  pauses: readonly Stretch[],
): Due {
  let leftMs = targetMs;
  for (const { fromMs, toMs } of withoutPauses({ fromMs: startMs, toMs: Infinity }, pauses)) {
    const spentMs = toMs === Infinity ? Infinity : openMsBetween(calendar, fromMs, toMs);
    if (spentMs >= leftMs) {
      const atMs = instantAfterOpenMs(calendar, fromMs, leftMs);
      return atMs === null ? { kind: "never" } : { kind: "at", atMs };
    }
    leftMs -= spentMs;
  }
  // Were it not paused, would it ever fall due? A calendar that cannot is wrong, paused or not.
  const ever = instantAfterOpenMs(calendar, startMs, targetMs);
  return { kind: ever === null ? "never" : "paused" };
}
