import { expect, test } from "vitest";
import { textsFromForecast } from "./from-forecast";
import { fullPlan } from "./full-plan";
import { addressOf, inputsOf, readTexts } from "./inputs";

const atMs = Date.parse("2026-11-27T03:00:00Z");
const texts = readTexts(() => null);
const load = {
  monthlyActiveUsers: 1_000,
  connections: 40,
  requestsPerMinute: null,
  kilobytesPerTicket: 12,
};
const day = (expected: number) => ({
  expected,
  byHour: Array.from({ length: 24 }, (_, hour) => (hour === 9 ? expected : 0)),
});

test("a plan from the forecast is for the fullest day, and people grow as tickets do", () => {
  const foretold = { atMs, perDayLately: 50, days: [day(60), day(140), day(100)] };
  const planned = textsFromForecast(foretold, load, texts);
  expect(planned).toMatchObject({ tickets: "140", users: "2000", connections: "80" });
  expect(planned).toMatchObject({ requests: texts.requests, kilobytes: "12" });
  const read = readTexts((name) => new URLSearchParams(addressOf(planned ?? texts)).get(name));
  expect(read).toEqual(planned);
  const { inputs } = inputsOf(read);
  if (inputs === null) throw new Error("the plan can be computed");
  const { lines, hours } = fullPlan(inputs, new Date(atMs));
  expect(lines[1]).toMatchObject({ value: "140", source: "Forecast 2026-11-27" });
  expect(hours[9]?.ticketsPerHour).toBeCloseTo(140, 6);
});

test("without a day ahead there is no plan from it", () => {
  expect(textsFromForecast({ atMs, perDayLately: 50, days: [] }, load, texts)).toBeNull();
});
