import type { RouterOutputs } from "@/trpc/client";
import { numberWords, percentWords } from "@/ui/format/number";
import type { Health } from "../process-health";

export type ForecastView = RouterOutputs["capacity"]["forecast"];
type Foretold = NonNullable<ForecastView["forecast"]>;

const weekDays = 7;
const whole = (value: number, locale: string) => numberWords(Math.round(value), locale);

/** "310 (280 to 345)", or the figure alone where no interval could be proved. */
export function rangeWords(
  { expected, low, high }: { expected: number; low: number | null; high: number | null },
  locale: string,
): string {
  if (low === null || high === null) return whole(expected, locale);
  const range = `${whole(Math.floor(low), locale)} to ${whole(Math.ceil(high), locale)}`;
  return `${whole(expected, locale)} (${range})`;
}

/** The answer of the page: what comes next week, against what came. */
export function forecastSentence(
  view: ForecastView,
  locale: string,
): { health: Health; sentence: string } {
  const { forecast, weeksKnown, perDayLately } = view;
  if (forecast === null)
    return {
      health: "unknown",
      sentence: `A forecast needs eight whole weeks of tickets; ${whole(weeksKnown, locale)} are counted.`,
    };
  const week = forecast.days.slice(0, weekDays).reduce((sum, { expected }) => sum + expected, 0);
  const before = perDayLately === null ? null : perDayLately * weekDays;
  const against = before === null ? "" : `; a week of the last four had ${whole(before, locale)}`;
  return {
    health: "ok",
    sentence: `About ${whole(week, locale)} tickets in the next seven days${against}.`,
  };
}

/** Which method is used and why, in a sentence with the figures of the back-test. */
export function methodWords({ method, backTest }: Foretold, locale: string): string {
  const { origins, seasonal, lastWeek } = backTest;
  const [course, last] = [seasonal.share, lastWeek.share].map((share) =>
    percentWords(share, locale),
  );
  const tried = `Foretold from ${whole(origins, locale)} past days, four weeks each`;
  return method === "seasonal"
    ? `${tried}, the course of the week missed ${course} of all tickets by hour; the same hour of the last week missed ${last}.`
    : `${tried}, the course of the week missed ${course} of all tickets by hour and was no better than the same hour of the last week, which missed ${last}: so that is what you see.`;
}
