import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { db, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { makeLifecycle } from "@/platform/process";
import { counter } from "@/platform/telemetry";
import { aPerson } from "@/testing/builders";
import { callAs } from "@/testing/calls";
import { type TestServices, testServices } from "@/testing/database";
import { recordMeasures } from ".";

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const seen = () =>
  counter({ name: "insightdesk_seen_in_a_test_total", help: "Counts for a test.", labels: [] });

let services: TestServices;
beforeAll(async () => {
  services = await testServices();
});
afterEach(() => vi.useRealTimers());
afterAll(() => services.close());

const written = async () => {
  const [row] = await db.write.rows<{ count: number }>(sql`
    select coalesce(sum(count), 0)::int as count from metric_samples
    where span_seconds = 10 and name = 'insightdesk_seen_in_a_test_total'`);
  return row?.count ?? 0;
};

test("while measures cannot be written people are answered, and all that was counted comes when they can", async () => {
  const mia = await aPerson({ role: "agent" });
  // Nothing but the span's own timer stands still.
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  recordMeasures(makeLifecycle(silent), "web");
  const spanPasses = () => vi.advanceTimersByTime(limits.metricSpanMs);
  seen().inc(2);
  await db.write.rows(sql`alter table metric_samples rename to metric_samples_away`);
  spanPasses();
  expect(await callAs("tickets.list", mia, {})).toMatchObject({ rows: [] });
  seen().inc(3);
  spanPasses();
  expect(await callAs("views.counts", mia, undefined)).toBeDefined();
  await db.write.rows(sql`alter table metric_samples_away rename to metric_samples`);
  const written5 = async () => {
    spanPasses();
    return written();
  };
  await expect.poll(written5).toBe(5);
  seen().inc(1);
  const written6 = async () => {
    spanPasses();
    return written();
  };
  await expect.poll(written6).toBe(6);
});
