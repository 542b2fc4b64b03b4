import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { bulk, db, sql } from "@/platform/database";
import { newId } from "@/platform/ids";
import { aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { countArrivalsOf } from "../commands/count-arrivals";
import { forecastFor } from "./forecast";

let services: TestServices;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const nowMs = Date.parse("2026-11-23T00:00:00Z");
beforeAll(async () => {
  services = await testServices();
  vi.setSystemTime(nowMs);
});
afterAll(() => services.close());

async function cameAt(times: readonly number[], synthetic = false): Promise<void> {
  const { id } = await aPerson();
  const rows = times.map((atMs) => {
    const at = new Date(atMs);
    return [newId(), "The door", id, "web", synthetic, at, at, at, at];
  });
  await db.write.rows(sql`
    insert into tickets (id, subject, requester_id, channel, synthetic, first_message_at,
      last_message_at, created_at, updated_at)
    values ${bulk(rows)}`);
}

test("without a ticket nothing is foretold", async () => {
  await countArrivalsOf(nowMs - 7 * dayMs, nowMs);
  expect(await forecastFor(null)).toMatchObject({
    forecast: null,
    countedUntilMs: null,
    recent: [],
    calendar: { timeZone: expect.any(String) },
  });
});

test("each hour is counted once however often it is asked, and probes are no tickets", async () => {
  const days = Array.from({ length: 70 }, (_, back) => nowMs - (back + 1) * dayMs);
  await cameAt(days.flatMap((day) => [day + 9.5 * hourMs, day + 9.9 * hourMs, day + 15 * hourMs]));
  await cameAt([nowMs - dayMs + 3 * hourMs], true);
  for (let again = 0; again < 2; again += 1)
    for (let weeks = 0; weeks < 12; weeks += 4)
      await countArrivalsOf(nowMs - (weeks + 4) * 7 * dayMs, nowMs - weeks * 7 * dayMs);
  const { forecast, recent, countedUntilMs, perDayLately } = await forecastFor(null);
  expect(countedUntilMs).toBe(nowMs);
  expect(perDayLately).toBe(3);
  expect(recent.at(-15)).toEqual({ atMs: nowMs - 15 * hourMs, value: 2 });
  expect(recent.at(-21)).toMatchObject({ value: 0 });
  expect(forecast?.hours).toHaveLength(28 * 24);
  const [first] = forecast?.days ?? [];
  expect(first?.expected).toBeCloseTo(3, 1);
});
