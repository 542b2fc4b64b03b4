import { defaultLocale } from "./locale";

const dayMs = 24 * 60 * 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** Formats cost a hundred times a formatting, and a list shows hundreds of times. */
function formatFor(
  locale: string,
  zone: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${locale} ${zone} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
  formats.set(key, made);
  return made;
}

/** Parts of a moment as the wall of that zone shows them. */
export function shownIn(
  value: Date,
  zone: string,
  locale: string | undefined,
  options: Intl.DateTimeFormatOptions,
): string {
  return formatFor(locale ?? defaultLocale, zone, options).format(value);
}

/** How many midnights of the zone lie between; negative when `to` is before `from`. */
export function calendarDaysBetween(from: Date, to: Date, zone: string): number {
  return Math.round((dayNumber(to, zone) - dayNumber(from, zone)) / dayMs);
}

function dayNumber(value: Date, zone: string): number {
  const options = { year: "numeric", month: "numeric", day: "numeric" } as const;
  const parts = formatFor("en-GB", zone, options).formatToParts(value);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  return Date.UTC(part("year"), part("month") - 1, part("day"));
}

/** "Berlin" of "Europe/Berlin": the name by which people know a zone. */
export function placeName(zone: string): string {
  return (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}
