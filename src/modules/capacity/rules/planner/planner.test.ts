import { expect, test } from "vitest";
import { tiers } from "../figures/tiers";
import { planCsv } from "./export";
import { fullPlan } from "./full-plan";
import { limitsOf, monthAfter } from "./growth";
import { addressOf, inputsOf, type PlanTexts, presetOf, readTexts } from "./inputs";
import { agentsByHour, peakOf } from "./staffing";

const now = new Date("2026-11-26T12:00:00Z");
const untouched = readTexts(() => null);

function planned(part: Partial<PlanTexts>) {
  const { inputs, errors } = inputsOf({ ...untouched, ...part });
  if (inputs === null) throw new Error(errors.map(({ message }) => message).join());
  return { inputs, plan: fullPlan(inputs, now) };
}
const figureOf = (plan: ReturnType<typeof fullPlan>, what: string) =>
  plan.lines.find((line) => line.what === what)?.value;

test("each preset reproduces its founding row", () => {
  const totals = ["$100", "$400", "$1,500", "$6,000+"];
  for (const [index, { tier, api }] of tiers.entries()) {
    const { plan } = planned(presetOf(tier, untouched));
    expect(plan.tier).toBe(tier);
    expect(figureOf(plan, "Total a month")).toBe(`about ${totals[index]}`);
    expect(figureOf(plan, "API servers")).toContain(`x ${api.cpu} CPU, ${api.memoryGb} GB`);
  }
});

test("zero is small, a billion is past the tables, and both say so", () => {
  const none = { users: "0", tickets: "0", connections: "0", requests: "0" };
  expect(planned(none).plan.sentence).toBe(
    "Small: about $100 a month. Nothing comes, so nothing breaks. 0 agents at the fullest hour.",
  );
  const billion = { users: "1e9", tickets: "1e9", connections: "1e9", requests: "1e9" };
  const { plan } = planned(billion);
  expect(plan.sentence).toContain("times where the founding tables end");
  expect(figureOf(plan, "Agents at the peak, if everybody waits")).toBe("Not computed");
});

test("what is no number is named and nothing is planned", () => {
  const { errors } = inputsOf({
    ...untouched,
    users: "NaN",
    tickets: "",
    handle: "0",
    growth: "-1",
  });
  expect(errors?.map(({ field, message }) => [field, message])).toEqual([
    ["users", "“NaN” is not a number: write it as 1500 or 1.5."],
    ["tickets", "Give a number."],
    ["growth", "It must not be below 0."],
    ["handle", "It must be above 0."],
  ]);
  expect(inputsOf({ ...untouched, hours: "1,2,x" }).errors).toHaveLength(1);
  expect(inputsOf({ ...untouched, connections: "Infinity" }).errors).toHaveLength(1);
});

test("growth tells the month in which the first limit is passed", () => {
  const load = {
    monthlyActiveUsers: 500,
    ticketsPerDay: 10,
    connections: 10,
    requestsPerMinute: 1,
  };
  // 500 x 1.1^7 = 974, x 1.1^8 = 1,072.
  expect(limitsOf(load, "small", 10)[0]).toMatchObject({
    input: "monthlyActiveUsers",
    inMonths: 8,
  });
  expect(limitsOf({ ...load, monthlyActiveUsers: 1_000 }, "small", 10)[0]?.inMonths).toBe(1);
  expect(limitsOf(load, "small", null)[0]?.inMonths).toBeNull();
  expect(limitsOf(load, "small", 1e-9)[0]?.inMonths).toBeNull();
  expect(monthAfter(now, 8)).toBe("July 2027");
});

test("a unit cost of one's own replaces the table's, and a cluster of no size has none", () => {
  const { plan } = planned({ ...presetOf("large", untouched), compute: "10" });
  expect(figureOf(plan, "Compute cost a month")).toBe("$400");
  expect(figureOf(plan, "Total a month")).toBe("about $1,100");
  const enterprise = planned({ ...presetOf("enterprise", untouched), cache: "10" }).plan;
  expect(figureOf(enterprise, "Cache cost a month")).toBe("$500+");
});

test("agents follow the course of the day, and impatience never needs more of them", () => {
  const hours = Array.from({ length: 24 }, (_, hour) => (hour >= 8 && hour < 18 ? 1 : 0)).join(",");
  const { inputs } = planned({ tickets: "1000", hours });
  const byHour = agentsByHour(inputs);
  expect(byHour[3]).toMatchObject({ ticketsPerHour: 0, patient: 0, impatient: 0 });
  // 100 an hour at 10 minutes are 16.7 at work at once: fewer than 17 never keep up.
  expect(byHour[10]?.patient).toBeGreaterThanOrEqual(17);
  expect(peakOf(byHour, "impatient") ?? 99).toBeLessThanOrEqual(peakOf(byHour, "patient") ?? 0);
});

test("an address gives the same plan back and leaves out what nobody changed", () => {
  expect(addressOf(untouched)).toBe("");
  const texts = { ...presetOf("large", untouched), growth: "5", on: "2026-11-26" };
  const address = new URLSearchParams(addressOf(texts));
  expect(readTexts((name) => address.get(name))).toEqual(texts);
});

test("no cell of the CSV is a formula for a spreadsheet", () => {
  const { plan } = planned({ on: "=cmd()" });
  const odd = { ...plan, lines: [{ what: "=1+1", value: 'a "b"', source: "", formula: "" }] };
  expect(planCsv(odd)).toContain(`"'=1+1","a ""b"""`);
});
