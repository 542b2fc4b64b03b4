import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { writeSamples } from "@/platform/measuring";
import { aCommandId, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { measuredTimes, savedPlans } from "../queries/plans";
import { keepLoadReport, removeLoadReport } from "./load-reports";
import { removePlan, savePlan } from "./plans";

let services: TestServices;
const nowMs = Date.parse("2026-11-26T12:00:00Z");
beforeAll(async () => {
  services = await testServices();
  vi.setSystemTime(nowMs);
});
afterAll(() => services.close());

test("a plan is kept once under its name, seen by all admins, and can be let go", async () => {
  const ada = await aPerson({ role: "admin", name: "Ada" });
  const save = (name: string) =>
    savePlan.execute(ada, { commandId: aCommandId(), name, address: "users=5000" });
  const { planId } = await save("Spring");
  await expect(save("Spring")).rejects.toMatchObject({ code: "name_taken" });
  expect((await savedPlans()).plans).toEqual([
    { id: planId, name: "Spring", address: "users=5000", by: "Ada", at: expect.any(String) },
  ]);
  await removePlan.execute(ada, { commandId: aCommandId(), planId });
  expect((await savedPlans()).plans).toEqual([]);
});

test("a load report counts in plans; what cannot be read is refused with its reason", async () => {
  const ada = await aPerson({ role: "admin" });
  const keep = (report: string) =>
    keepLoadReport.execute(ada, { commandId: aCommandId(), name: "Stress", report });
  await expect(keep("{}")).rejects.toMatchObject({
    code: "load_report_not_understood",
    detail: { problem: expect.stringContaining("three different loads") },
  });
  const points = [1, 10, 50].map((load) => ({ load, throughput: load * 20 }));
  const { reportId } = await keep(JSON.stringify({ startedAt: "2026-11-25T00:00:00Z", points }));
  expect((await measuredTimes()).newest).toEqual({
    name: "Stress",
    takenAt: "2026-11-25T00:00:00.000Z",
    points: [
      [1, 20],
      [10, 200],
      [50, 1000],
    ],
  });
  await removeLoadReport.execute(ada, { commandId: aCommandId(), reportId });
  expect((await measuredTimes()).newest).toBeNull();
});

test("CPU by request is that of all web processes by what they answered", async () => {
  const common = { labels: "", atMs: nowMs - 3_600_000, processId: "web", processKind: "web" };
  expect((await measuredTimes()).cpuMsPerRequest).toBeNull();
  await writeSamples(3_600, [
    // An hour of readings, each a tenth of a core for ten seconds.
    {
      ...common,
      name: "insightdesk_cpu_share",
      kind: "gauge",
      count: 360,
      sum: 36,
      highest: 0.3,
      buckets: [],
    },
    ...(["insightdesk_response_ms", "insightdesk_operation_ms"] as const).map((name) => ({
      ...common,
      name,
      labels: "operation=tickets.list,outcome=ok",
      kind: "histogram" as const,
      count: 72_000,
      sum: 720_000,
      highest: 0,
      buckets: [],
    })),
  ]);
  const { cpuMsPerRequest, requests, operations } = await measuredTimes();
  expect(requests).toBe(72_000);
  expect(cpuMsPerRequest).toBeCloseTo(5, 6);
  expect(operations).toEqual([{ operation: "tickets.list", calls: 72_000, msMean: 10 }]);
});
