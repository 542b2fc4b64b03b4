import type { PlanTexts } from "./inputs";

/** What a plan takes from a forecast. */
export interface Foretold {
  readonly atMs: number;
  readonly perDayLately: number | null;
  readonly days: readonly { readonly expected: number; readonly byHour: readonly number[] }[];
}

export interface MeasuredLoad {
  readonly monthlyActiveUsers: number;
  readonly connections: number | null;
  readonly requestsPerMinute: number | null;
  readonly kilobytesPerTicket: number | null;
}

const rounded = (value: number) => String(Math.round(value * 10) / 10);

/**
 * The fullest of the days ahead as a plan's load. People, connections and requests grow as tickets
 * do against the last four weeks; what nobody measured stays as it is written. Null without a day.
 */
export function textsFromForecast(
  { atMs, perDayLately, days }: Foretold,
  load: MeasuredLoad,
  texts: PlanTexts,
): PlanTexts | null {
  const [first, ...others] = days;
  if (first === undefined) return null;
  const fullest = others.reduce((most, day) => (day.expected > most.expected ? day : most), first);
  const perDay = days.reduce((sum, { expected }) => sum + expected, 0) / days.length;
  const grown = perDayLately === null || perDayLately === 0 ? 1 : perDay / perDayLately;
  const known = (value: number | null, otherwise: string, factor = 1) =>
    value === null ? otherwise : rounded(value * factor);
  return {
    ...texts,
    users: String(Math.round(load.monthlyActiveUsers * grown)),
    tickets: rounded(fullest.expected),
    connections: known(load.connections, texts.connections, grown),
    requests: known(load.requestsPerMinute, texts.requests, grown),
    kilobytes: known(load.kilobytesPerTicket, texts.kilobytes),
    on: new Date(atMs).toISOString().slice(0, 10),
    from: "forecast",
    hours: fullest.byHour.some((each) => each > 0) ? fullest.byHour.map(rounded).join(",") : "",
  };
}
