import { afterAll, beforeAll, expect, test } from "vitest";
import { readSamples, type StoredSample, writeSamples } from "@/platform/measuring";
import { type TestServices, testServices } from "@/testing/database";
import { rollUp } from "./roll-up";

let services: TestServices;
beforeAll(async () => {
  services = await testServices();
});
afterAll(() => services.close());

const hourMs = 3_600_000;
const noonMs = Date.parse("2026-11-26T12:00:00Z");
const name = "insightdesk_response_ms";

const sample = (atMs: number, processId: string, buckets: number[]): StoredSample => ({
  name,
  labels: "operation=tickets.list,outcome=ok",
  kind: "histogram",
  count: buckets.reduce((sum, each) => sum + each, 0),
  sum: 10,
  highest: 0,
  buckets,
  atMs,
  processId,
  processKind: "web",
});

const read = (spanSeconds: 60 | 3_600) =>
  readSamples({ spanSeconds, names: [name], fromMs: noonMs, toMs: noonMs + hourMs });

test("minutes keep processes apart, hours add them up, and doing it again changes nothing", async () => {
  await writeSamples(10, [
    sample(noonMs + 10_000, "web-1", [1, 2]),
    sample(noonMs + 60_000, "web-1", [3, 0]),
    sample(noonMs + 60_000, "web-2", [0, 5]),
    sample(noonMs + 70_000, "web-1", [9, 9]),
  ]);
  for (const minute of [1, 2, 2]) await rollUp(60, noonMs + minute * 60_000);
  const minutes = await read(60);
  expect(minutes.map(({ processId, buckets }) => [processId, buckets])).toEqual(
    expect.arrayContaining([
      ["web-1", [4, 2]],
      ["web-2", [0, 5]],
      ["web-1", [9, 9]],
    ]),
  );
  expect(minutes).toHaveLength(3);
  for (let times = 0; times < 2; times += 1) await rollUp(3_600, noonMs + hourMs);
  expect(await read(3_600)).toMatchObject([{ processId: "web", count: 29, buckets: [13, 16] }]);
});

test("a span in which nothing was measured stays a gap", async () => {
  await rollUp(60, noonMs + 30 * 60_000);
  const empty = await readSamples({
    spanSeconds: 60,
    names: [name],
    fromMs: noonMs + 29 * 60_000,
    toMs: noonMs + 30 * 60_000,
  });
  expect(empty).toEqual([]);
});
