import type { Bounds } from "./expression";
import { type Moment, type SpanUnit, unitSeconds } from "./moments";

const monthNames = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

const unitWords: Readonly<Record<SpanUnit, string>> = {
  s: "second",
  m: "minute",
  h: "hour",
  d: "day",
  w: "week",
  mo: "month",
  y: "year",
};

/** What follows "created" or "due": "in the last 3 days", "before 1 Jan 2026", "today". */
export function describeDates(bounds: Bounds<Moment>, ahead: boolean): string {
  if (bounds.op === "between") {
    const [from, to] = [momentWords(bounds.from), momentWords(bounds.to)];
    return from === to ? `${preposition(bounds.from)}${from}` : `from ${from} to ${to}`;
  }
  const { op, than } = bounds;
  const later = op === ">" || op === ">=";
  if ("fromNow" in than && than.fromNow !== 0) {
    const span = spanWords(Math.abs(than.fromNow), than.unit);
    // Whether the edge itself counts is a matter of a moment here, and would only lengthen the words.
    if (than.fromNow < 0 && !later) return `more than ${span} ago`;
    if (than.fromNow < 0)
      return ahead ? `later than ${span} ago` : `in the last ${span.replace(/^1 /u, "")}`;
    if (ahead) return later ? `in more than ${span}` : `in less than ${span}`;
  }
  const words = { "<": "before", "<=": "until", ">": "after", ">=": "since" } as const;
  return `${words[op]} ${momentWords(than)}`;
}

export function describeNumbers(bounds: Bounds<number>, write: (value: number) => string): string {
  if (bounds.op === "between") {
    const [from, to] = [write(bounds.from), write(bounds.to)];
    return from === to ? from : `from ${from} to ${to}`;
  }
  const words = { "<": "under", "<=": "at most", ">": "over", ">=": "at least" } as const;
  return `${words[bounds.op]} ${write(bounds.than)}`;
}

export function durationWords(seconds: number): string {
  let rest = Math.abs(Math.round(seconds));
  const parts: string[] = [];
  for (const [unit, word] of [
    ["d", "d"],
    ["h", "h"],
    ["m", "min"],
    ["s", "s"],
  ] as const) {
    const count = Math.floor(rest / unitSeconds[unit]);
    if (count > 0) parts.push(`${count} ${word}`);
    rest -= count * unitSeconds[unit];
  }
  const words = parts.length === 0 ? "0 min" : parts.join(" ");
  return seconds < 0 ? `minus ${words}` : words;
}

function momentWords(moment: Moment): string {
  if ("at" in moment) return dateWords(moment.at);
  if ("fromNow" in moment) {
    if (moment.fromNow === 0) return "now";
    const span = spanWords(Math.abs(moment.fromNow), moment.unit);
    return moment.fromNow < 0 ? `${span} ago` : `${span} from now`;
  }
  if (moment.period === "day") return dayWords[moment.offset];
  return `${offsetWords[moment.offset]} ${moment.period}`;
}

const dayWords = { [-1]: "yesterday", 0: "today", 1: "tomorrow" } as const;
const offsetWords = { [-1]: "last", 0: "this", 1: "next" } as const;

function preposition(moment: Moment): string {
  if (!("at" in moment)) return "";
  if (moment.at.includes("T")) return "at ";
  return moment.at.length > "2026-01".length ? "on " : "in ";
}

function dateWords(at: string): string {
  const [date = "", time] = at.replace(/(?::00)?(?:\.000)?Z$/u, " UTC").split("T");
  const [year = "", month, day] = date.split("-");
  const monthName = monthNames[Number(month) - 1];
  const words = [day === undefined ? undefined : String(Number(day)), monthName, year, time];
  return words.filter((word) => word !== undefined).join(" ");
}

function spanWords(count: number, unit: SpanUnit): string {
  return `${count} ${unitWords[unit]}${count === 1 ? "" : "s"}`;
}
