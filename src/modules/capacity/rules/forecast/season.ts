/** The hours of a week, by the local clock: Monday 00:00 is 0, Sunday 23:00 is 167. */
export const weekHours = 168;

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const sundayFirstSlot = 6 * 24;

/** Where an hour stands in its week and whether its day is a holiday. */
export interface Hour {
  readonly atMs: number;
  readonly slot: number;
  /** The local date as days since 1970-01-01. */
  readonly day: number;
  readonly isHoliday: boolean;
}

export interface LocalClock {
  readonly offsetMsAt: (instantMs: number) => number;
  readonly holidays: ReadonlySet<number>;
}

/** Hours in a row, by the clock of those who answer. */
export function hoursFrom(fromMs: number, count: number, clock: LocalClock): Hour[] {
  return Array.from({ length: count }, (_, index) => {
    const atMs = fromMs + index * hourMs;
    const localMs = atMs + clock.offsetMsAt(atMs);
    const day = Math.floor(localMs / dayMs);
    // 1970-01-01 was a Thursday.
    const weekday = (((day + 3) % 7) + 7) % 7;
    const hour = Math.floor((localMs - day * dayMs) / hourMs);
    return { atMs, slot: weekday * 24 + hour, day, isHoliday: clock.holidays.has(day) };
  });
}

/** The same hour of a Sunday: what a holiday looks like until there were some. */
export const sundaySlot = (slot: number) => sundayFirstSlot + (slot % 24);
