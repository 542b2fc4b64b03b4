import { calendarDaysBetween, placeName, shownIn } from "./calendar";
import { clockPrecision, durationWords, leftOrLate } from "./duration";
import { defaultLocale, timeWords } from "./locale";

export interface TimeContext {
  /** The time zone in which the words are meant, by its IANA name. */
  readonly zone: string;
  readonly locale?: string | undefined;
  /** The reader's own zone: any other is named, as in "16:40 Berlin". */
  readonly readerZone?: string | undefined;
}

export interface NowContext extends TimeContext {
  readonly now: Date;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** "14:02", with the place where its zone is not the reader's. */
export function clockTime(value: Date, { zone, locale, readerZone }: TimeContext): string {
  const time = shownIn(value, zone, locale, { hour: "2-digit", minute: "2-digit" });
  return readerZone === undefined || readerZone === zone ? time : `${time} ${placeName(zone)}`;
}

/** "12 Nov", with the year where it is not this one. */
export function dayTime(value: Date, { now, zone, locale }: NowContext): string {
  const year = (date: Date) => shownIn(date, zone, defaultLocale, { year: "numeric" });
  const day = { day: "numeric", month: "short" } as const;
  return year(value) === year(now)
    ? shownIn(value, zone, locale, day)
    : shownIn(value, zone, locale, { ...day, year: "numeric" });
}

/** Everything: "Wednesday 12 November 2025 at 14:02 CET". */
export function fullTime(value: Date, { zone, locale }: TimeContext): string {
  return shownIn(value, zone, locale, {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
  });
}

/**
 * How long ago, as one would say it. In this order: "just now" within 45 seconds, minutes within
 * the hour, "yesterday 14:02" by the calendar, hours of today, the weekday within a week, the day.
 */
export function relativeTime(value: Date, context: NowContext): string {
  const { now, zone, locale = defaultLocale } = context;
  const words = timeWords(locale);
  const agoMs = now.getTime() - value.getTime();
  const distanceMs = Math.abs(agoMs);
  const directed = (duration: string) => (agoMs >= 0 ? words.ago(duration) : words.ahead(duration));

  if (distanceMs < 45_000) return words.justNow;
  if (distanceMs < hourMs) return directed(durationWords(Math.max(distanceMs, minuteMs), locale));

  const days = calendarDaysBetween(value, now, zone);
  if (days === 0) return directed(durationWords(distanceMs - (distanceMs % hourMs), locale));
  const time = clockTime(value, context);
  if (Math.abs(days) === 1) {
    const day = new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(-days, "day");
    return `${day} ${time}`;
  }
  if (Math.abs(days) < 7) return `${shownIn(value, zone, locale, { weekday: "short" })} ${time}`;
  return dayTime(value, context);
}

/** A whole day in a history: "today", "yesterday", then as `dayTime` says it. */
export function dayWords(value: Date, context: NowContext): string {
  const days = calendarDaysBetween(value, context.now, context.zone);
  if (days < 0 || days > 1) return dayTime(value, context);
  return new Intl.RelativeTimeFormat(context.locale, { numeric: "auto" }).format(-days, "day");
}

/** A moment after "since" or "until": "14:02", and on other days as `relativeTime` says them. */
export const momentTime = (value: Date, context: NowContext): string =>
  calendarDaysBetween(value, context.now, context.zone) === 0
    ? clockTime(value, context)
    : relativeTime(value, context);

/** A deadline: "16:40, 1 h 12 min left"; on another day with its name; after it "22 min late". */
export function dueTime(due: Date, context: NowContext): string {
  const { now, zone, locale = defaultLocale } = context;
  const msLeft = due.getTime() - now.getTime();
  const days = calendarDaysBetween(now, due, zone);
  const time = clockTime(due, context);
  const left = leftOrLate(msLeft, locale, clockPrecision(msLeft));
  if (days === 0) return `${time}, ${left}`;
  const day =
    Math.abs(days) < 7 ? shownIn(due, zone, locale, { weekday: "short" }) : dayTime(due, context);
  return `${day} ${time}, ${left}`;
}
