import { instantMs, wallMsAt } from "@/modules/filters/client";

/** Hours in which somebody wants no sound and no mail, as minutes after midnight of their own clock. */
export type QuietHours = { fromMinute: number; untilMinute: number };

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** What the clock of a zone shows. A zone that nobody knows any more must not stop the rest. */
function wallOf(zone: string, now: Date) {
  const known = isZone(zone) ? zone : "UTC";
  const wallMs = wallMsAt(now.getTime(), known);
  return { zone: known, midnightMs: Math.floor(wallMs / dayMs) * dayMs, wallMs };
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
}

/** When the clock of a zone next shows a minute of the day: always after `now`. */
export function nextAt(minute: number, zoneName: string, now: Date): Date {
  const { zone, midnightMs } = wallOf(zoneName, now);
  const today = instantMs(midnightMs + minute * minuteMs, zone);
  if (today > now.getTime()) return new Date(today);
  return new Date(instantMs(midnightMs + dayMs + minute * minuteMs, zone));
}

/** When the quiet hours end that hold now; null when it is not quiet. */
export function quietUntil(quiet: QuietHours | null, zone: string, now: Date): Date | null {
  if (quiet === null || quiet.fromMinute === quiet.untilMinute) return null;
  const { wallMs, midnightMs } = wallOf(zone, now);
  const minute = Math.floor((wallMs - midnightMs) / minuteMs);
  const { fromMinute, untilMinute } = quiet;
  const within =
    fromMinute < untilMinute
      ? minute >= fromMinute && minute < untilMinute
      : minute >= fromMinute || minute < untilMinute;
  return within ? nextAt(untilMinute, zone, now) : null;
}

export const snoozePresets = ["later", "tomorrow", "monday"] as const;
export type SnoozePreset = (typeof snoozePresets)[number];

const morningMs = 9 * hourMs;
const laterMs = 3 * hourMs;

/** Until when a snoozed notification stays away. */
export function snoozedUntil(preset: SnoozePreset, zoneName: string, now: Date): Date {
  if (preset === "later") return new Date(now.getTime() + laterMs);
  const { zone, midnightMs } = wallOf(zoneName, now);
  // A week begins on Monday; from a Monday it is the next one.
  const weekday = (new Date(midnightMs).getUTCDay() + 6) % 7;
  const days = preset === "tomorrow" ? 1 : 7 - weekday;
  return new Date(instantMs(midnightMs + days * dayMs + morningMs, zone));
}
