import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type StoredSample, writeSamples } from "@/platform/measuring";
import { aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { todaysLoad } from "./todays-load";

let services: TestServices;
const nowMs = Date.parse("2026-11-26T12:34:40Z");
beforeAll(async () => {
  services = await testServices();
  vi.setSystemTime(nowMs);
});
afterAll(() => services.close());

const sockets = (atMs: number, processId: string, highest: number): StoredSample => ({
  name: "insightdesk_sockets",
  labels: "",
  kind: "gauge",
  count: 6,
  sum: highest,
  highest,
  buckets: [],
  atMs,
  processId,
  processKind: "realtime",
});

test("where nothing was measured nothing is claimed", async () => {
  const ada = await aPerson({ role: "admin" });
  expect(await todaysLoad(ada.id)).toMatchObject({
    ticketsPerDay: 0,
    connections: null,
    requestsPerMinute: null,
    kilobytesPerTicket: null,
    handleMinutes: null,
    ticketsByHour: Array.from({ length: 24 }, () => 0),
  });
});

test("connections are those of all servers in the fullest minute", async () => {
  await writeSamples(60, [
    sockets(nowMs - 60_000, "one", 40),
    sockets(nowMs - 60_000, "two", 2),
    sockets(nowMs - 120_000, "one", 41),
    sockets(nowMs - 2 * 86_400_000, "one", 500),
  ]);
  const ada = await aPerson({ role: "admin" });
  expect((await todaysLoad(ada.id)).connections).toBe(42);
});
