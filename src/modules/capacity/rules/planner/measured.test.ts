import { expect, test } from "vitest";
import { rangedFit } from "../scalability/range";
import { inputsOf, readTexts } from "./inputs";
import { readLoadReport } from "./load-report";
import { measuredLines } from "./measured";

function inputsFor(requests: string) {
  const { inputs } = inputsOf({ ...readTexts(() => null), requests });
  if (inputs === null) throw new Error("the plan can be computed");
  return inputs;
}
const nothing = { days: 7, cpuMsPerRequest: null, requests: 0, report: null };
const points = [1, 2, 4, 8, 16, 32].map((load) => ({
  load,
  throughput: (100 * load) / (1 + 0.05 * (load - 1)),
}));
const written = JSON.stringify({
  startedAt: "2026-11-26T10:00:00Z",
  version: "0.1.0",
  machine: { cpu: "Two cores", cores: 2, memoryGb: 8 },
  points,
});

test("measured CPU gives the cores that keep the web servers under the scaling rule", () => {
  const [cores] = measuredLines(inputsFor("60000"), {
    ...nothing,
    cpuMsPerRequest: 3.5,
    requests: 12_000,
  });
  // 1,000 a second x 3.5 ms = 3.5 cores busy, 5 at 70 %.
  expect(cores).toMatchObject({ value: "5", source: "Measured, 7 days, 12,000 answers" });
});

test("nothing measured claims nothing, and zero requests need no core", () => {
  for (const { value, source } of measuredLines(inputsFor("500"), nothing))
    expect({ value, source }).toEqual({ value: "–", source: "Nothing" });
  const [cores] = measuredLines(inputsFor("0"), { ...nothing, cpuMsPerRequest: 3, requests: 9e3 });
  expect(cores?.value).toBe("0");
});

test("a plan beyond what was measured is warned of, one inside is not", () => {
  const { report } = readLoadReport(written);
  const fit = rangedFit(report?.points ?? []);
  if (fit === null) throw new Error("the report can be fitted");
  const measured = { ...nothing, report: { name: "Stress", takenOn: "2026-11-26", fit } };
  const lineFor = (requests: string) => measuredLines(inputsFor(requests), measured)[1];
  expect(lineFor("500")?.warning).toBeUndefined();
  expect(lineFor("60000")?.warning).toBeUndefined();
  expect(lineFor("1000000000")?.warning).toContain("outside the measured range");
  expect(lineFor("500")?.source).toBe("Load report “Stress”, 2026-11-26");
});

test("a plan inside what was measured, and beyond what is sure of it, is warned of as that", () => {
  // Noise leaves an interval: the law is as sure as its runs agree.
  const noisy = points.map(({ load, throughput }, index): [number, number] => [
    load,
    throughput * (index % 2 === 0 ? 1.15 : 0.85),
  ]);
  const fit = rangedFit([...noisy, [32, points[5]?.throughput ?? 0], [64, 1_300]]);
  if (fit === null || fit.most.low === null) throw new Error("there is an interval");
  const measured = { ...nothing, report: { name: "Stress", takenOn: "2026-11-26", fit } };
  const perMinute = 60 * ((fit.most.low + fit.throughputMax) / 2);
  const [, line] = measuredLines(inputsFor(String(Math.round(perMinute))), measured);
  expect(fit.most.low).toBeLessThan(fit.throughputMax);
  expect(line?.warning).toContain("are sure by what was measured");
});

test("a report says what it lacks", () => {
  expect(readLoadReport(written).report?.madeOn).toBe("Two cores, 2 cores, 8 GB");
  expect(readLoadReport("no").problem).toContain("not a JSON object");
  expect(readLoadReport("[]").problem).toContain("not a JSON object");
  expect(readLoadReport('{"points":[{"load":1,"throughput":null}]}').problem).toContain(
    "names no load",
  );
  const still = points.map(({ load }) => ({ load, throughput: 0 }));
  expect(readLoadReport(JSON.stringify({ points: still })).problem).toContain("Nothing got done");
});

test("what a run of a scenario and what the bench kept are read, too", () => {
  const run = { at: "2026-11-27T00:00:00Z", executed: { visitorsMax: 100 }, perSecond: 212 };
  expect(readLoadReport(JSON.stringify(run)).report).toMatchObject({
    takenAtMs: Date.parse("2026-11-27T00:00:00Z"),
    points: [[100, 212]],
  });
  const compared = [1, 10, 50].flatMap((connections) =>
    ["listTickets", "getTicket"].map((operation) => ({
      operation,
      connections,
      web: { perSecond: connections * 30 },
    })),
  );
  expect(readLoadReport(JSON.stringify({ compared })).report?.points).toEqual([
    [1, 30],
    [10, 300],
    [50, 1_500],
  ]);
});
