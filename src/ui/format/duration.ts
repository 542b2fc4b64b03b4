import { defaultLocale, timeWords } from "./locale";

const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

const units = [
  { ms: dayMs, sign: "d" },
  { ms: hourMs, sign: "h" },
  { ms: minuteMs, sign: "min" },
  { ms: secondMs, sign: "s" },
] as const;

export type Precision = "minute" | "second";

/**
 * "1 h 12 min": at most two neighbouring units, rounded down, so that a promise is never
 * overstated. The sign of `ms` does not count. Below the precision it says "under 1 min".
 */
export function durationWords(
  ms: number,
  locale: string = defaultLocale,
  precision: Precision = "minute",
): string {
  const known = units.filter((unit) => precision === "second" || unit.ms >= minuteMs);
  const numbers = new Intl.NumberFormat(locale);
  const smallest = known.at(-1) ?? units[0];
  const total = Math.floor(Math.abs(ms) / smallest.ms) * smallest.ms;
  if (total === 0) return timeWords(locale).under(`${numbers.format(1)} ${smallest.sign}`);

  const first = known.findIndex((unit) => total >= unit.ms);
  const parts: string[] = [];
  let rest = total;
  for (const unit of known.slice(first, first + 2)) {
    const count = Math.floor(rest / unit.ms);
    rest -= count * unit.ms;
    if (count > 0) parts.push(`${numbers.format(count)} ${unit.sign}`);
  }
  return parts.join(" ");
}

/** Time to a deadline in words: "1 h 12 min left", and after it "22 min late". */
export function leftOrLate(
  msLeft: number,
  locale: string = defaultLocale,
  precision: Precision = "minute",
): string {
  const words = timeWords(locale);
  const duration = durationWords(msLeft, locale, precision);
  return msLeft < 0 ? words.late(duration) : words.left(duration);
}

/** Of a deadline that has passed and is not broken: nothing has counted since, as in closed hours. */
export function dueSince(
  msLeft: number,
  locale: string = defaultLocale,
  precision: Precision = "minute",
): string {
  return timeWords(locale).due(durationWords(msLeft, locale, precision));
}

/** A clock that is shown by the minute goes by the second below five minutes. */
export function clockPrecision(msLeft: number): Precision {
  return Math.abs(msLeft) < 5 * minuteMs ? "second" : "minute";
}
