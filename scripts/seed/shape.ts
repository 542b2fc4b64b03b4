const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** How much is asked in each hour of a day in Bergen and Leipzig, midnight first. */
const byHour = [
  3, 2, 1, 1, 1, 2, 6, 15, 34, 52, 58, 50, 41, 44, 47, 43, 37, 32, 29, 33, 36, 29, 17, 8,
];
/** Sunday first: what broke at the weekend is asked on Monday. */
const byWeekday = [0.42, 1.42, 1.2, 1.1, 1.02, 0.92, 0.5];

const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Berlin",
  hour: "2-digit",
  weekday: "short",
  hourCycle: "h23",
});
const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

type LocalTime = { hour: number; weekday: number };
const known = new Map<number, LocalTime>();

/** Hour and weekday (0 is Sunday) where the company works; asked for often, so each hour once. */
function localTime(atMs: number): LocalTime {
  const hourIndex = Math.floor(atMs / hourMs);
  const found = known.get(hourIndex);
  if (found !== undefined) return found;
  const parts = clock.formatToParts(atMs);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? "";
  const made = { hour: Number(part("hour")), weekday: weekdays.indexOf(part("weekday")) };
  known.set(hourIndex, made);
  return made;
}

/** 0 in the middle of January, 1 in the middle of July. */
export function warmth(atMs: number): number {
  const turn = ((atMs - Date.UTC(2026, 0, 15)) / (365.25 * dayMs)) * 2 * Math.PI;
  return (1 - Math.cos(turn)) / 2;
}

export type Hour = { atMs: number; weight: number };

/**
 * How the questions of a span of time spread over its hours: by hour of the day, by weekday, with
 * the year (balconies are a matter of spring and summer), and with a company that grows.
 */
export function hoursOf(fromMs: number, toMs: number, growthAYear: number): Hour[] {
  const hours: Hour[] = [];
  const first = Math.floor(fromMs / hourMs) * hourMs;
  for (let atMs = first; atMs < toMs; atMs += hourMs) {
    const { hour, weekday } = localTime(atMs);
    const inside = (Math.min(atMs + hourMs, toMs) - Math.max(atMs, fromMs)) / hourMs;
    const season = 0.75 + 0.5 * warmth(atMs);
    const growth = (1 + growthAYear) ** ((atMs - fromMs) / (365.25 * dayMs));
    const weight =
      (byHour[hour] ?? 1) * (byWeekday[weekday] ?? 1) * season * growth * Math.max(0, inside);
    hours.push({ atMs, weight });
  }
  return hours;
}

/** Whole numbers that add up to `total` and are never further than one from their true share. */
export function shareOut(hours: readonly Hour[], total: number): number[] {
  const sum = hours.reduce((all, { weight }) => all + weight, 0);
  let reached = 0;
  let given = 0;
  return hours.map(({ weight }) => {
    reached += weight;
    const upTo = Math.round((reached / sum) * total);
    const here = upTo - given;
    given = upTo;
    return here;
  });
}

const opensAt = 8;
const closesAt = 17;

/** The next moment at which agents work, `spreadMs` into it at most. */
export function officeTime(atMs: number, chance: number, spreadMs = 90 * 60_000): number {
  let at = atMs;
  for (let step = 0; step < 120; step += 1) {
    const { hour, weekday } = localTime(at);
    if (weekday !== 0 && weekday !== 6 && hour >= opensAt && hour < closesAt)
      return at === atMs ? at : at + chance * spreadMs;
    at = Math.floor(at / hourMs) * hourMs + hourMs;
  }
  return at;
}
