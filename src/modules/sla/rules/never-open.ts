import type { BusinessCalendar } from "./calendar";
import { dayAt } from "./local-time";

/** Nothing could ever fall due by it: it has no open hour, or none from now on. */
export function isNeverOpen(calendar: BusinessCalendar, nowMs: number): boolean {
  return calendar.lastOpenDay < dayAt(calendar.zone, nowMs);
}
