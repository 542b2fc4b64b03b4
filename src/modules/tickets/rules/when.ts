import { instantMs, wallMsAt } from "@/modules/filters/client";
import { readSpan } from "./span";

type Clock = { now: Date; zone: string };

const dayMs = 24 * 3_600_000;
const weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const months = [
  ...["january", "february", "march", "april", "may", "june", "july"],
  ...["august", "september", "october", "november", "december"],
];
const morning = { hour: 9, minute: 0 };

/** The place of a name that begins with at least three of its letters; -1 for none. */
const named = (names: readonly string[], word: string) =>
  word.length < 3 ? -1 : names.findIndex((name) => name.startsWith(word));

type Time = { hour: number; minute: number };

/** "9", "9:30", "14.30", "9am", "9 pm". */
function readTime(words: readonly string[]): Time | null {
  const found = /^(?:at)?(\d{1,2})(?:[:.](\d{2}))?(am|pm)?$/.exec(words.join(""));
  if (found === null) return null;
  const [, hours, minutes = "0", half] = found;
  const given = Number(hours);
  const hour = half === undefined ? given : (given % 12) + (half === "pm" ? 12 : 0);
  const minute = Number(minutes);
  return hour < 24 && minute < 60 ? { hour, minute } : null;
}

type Day = { dayMs: number; rest: readonly string[] };

/** Which day is meant, as midnight on the wall, and the words after it. */
function readDay(words: readonly string[], todayMs: number): Day | null {
  const [first = "", second = "", ...rest] = words;
  const after = words.slice(1);
  if (first === "today") return { dayMs: todayMs, rest: after };
  if (first === "tomorrow") return { dayMs: todayMs + dayMs, rest: after };
  if (first === "next" && second === "week") {
    const ahead = 8 - (new Date(todayMs).getUTCDay() || 7);
    return { dayMs: todayMs + ahead * dayMs, rest };
  }
  const weekday = named(weekdays, first);
  if (weekday >= 0) {
    const ahead = (weekday - new Date(todayMs).getUTCDay() + 7) % 7 || 7;
    return { dayMs: todayMs + ahead * dayMs, rest: after };
  }
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(first);
  if (iso !== null) {
    const ms = Date.UTC(Number(iso[1]), Number(iso[2]) - 1, Number(iso[3]));
    return { dayMs: ms, rest: after };
  }
  return readDate(first, second, rest, todayMs);
}

/** "27 nov" and "nov 27": this year, or the next one where that is over. */
function readDate(
  first: string,
  second: string,
  rest: readonly string[],
  todayMs: number,
): Day | null {
  const [month, day] =
    named(months, first) >= 0 ? [named(months, first), second] : [named(months, second), first];
  if (month < 0 || !/^\d{1,2}$/.test(day)) return null;
  const year = new Date(todayMs).getUTCFullYear();
  const inYear = (which: number) => Date.UTC(which, month, Number(day));
  if (new Date(inYear(year)).getUTCMonth() !== month) return null;
  return { dayMs: inYear(year) < todayMs ? inYear(year + 1) : inYear(year), rest };
}

/**
 * When "fri 9", "tomorrow 14:30", "3h" or "27 nov" is, in the zone of who says it; mornings begin at
 * nine. Null for what is no time, or is over.
 */
export function readWhen(text: string, { now, zone }: Clock): Date | null {
  const words = text.toLowerCase().trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return null;
  const span = readSpan(text);
  if (span !== null) return span === 0 ? null : new Date(now.getTime() + span);
  const wallMs = wallMsAt(now.getTime(), zone);
  const todayMs = wallMs - (wallMs % dayMs);
  const at = (day: number, { hour, minute }: Time) =>
    new Date(instantMs(day + hour * 3_600_000 + minute * 60_000, zone));
  const bare = readTime(words);
  if (bare !== null) {
    const today = at(todayMs, bare);
    return today > now ? today : at(todayMs + dayMs, bare);
  }
  const day = readDay(words, todayMs);
  if (day === null) return null;
  const time = day.rest.length === 0 ? morning : readTime(day.rest);
  if (time === null) return null;
  const moment = at(day.dayMs, time);
  return moment > now ? moment : null;
}

export type Preset = { id: string; label: string; at: Date };

/** What one most often wants, as far as it still lies ahead. */
export function presets(clock: Clock): Preset[] {
  const wanted = [
    ["later", "Later today", "3h"],
    ["tomorrow", "Tomorrow", "tomorrow"],
    ["monday", "Next week", "next week"],
    ["week", "In a week", "1w"],
  ] as const;
  return wanted.flatMap(([id, label, words]) => {
    const at = readWhen(words, clock);
    return at === null ? [] : [{ id, label, at }];
  });
}
