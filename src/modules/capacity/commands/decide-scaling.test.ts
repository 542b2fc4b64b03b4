import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type StoredSample, writeSamples } from "@/platform/measuring";
import { closeQueues } from "@/platform/queues";
import { type TestServices, testServices } from "@/testing/database";
import { scalingDecisions } from "../queries/scaling";
import { decideScalingNow } from "./decide-scaling";
import { machineScaling } from "./scale-machine";

let services: TestServices;
beforeAll(async () => {
  services = await testServices();
});
afterAll(async () => {
  await closeQueues();
  await services.close();
});

const startMs = Date.parse("2026-11-26T12:00:00Z");
const busy = (atMs: number): StoredSample => ({
  name: "insightdesk_cpu_share",
  labels: "",
  kind: "gauge",
  count: 1,
  sum: 0.9,
  highest: 0.9,
  buckets: [],
  atMs,
  processId: "web",
  processKind: "web",
});

test("web servers that are busy for two minutes get one more, once, with the reason", async () => {
  for (const second of [0, 30, 60, 90, 120]) {
    const atMs = startMs + second * 1_000;
    vi.setSystemTime(atMs);
    await writeSamples(10, [busy(atMs)]);
    await decideScalingNow();
    await decideScalingNow();
  }
  const { decisions } = await scalingDecisions();
  const web = decisions.filter(({ subject }) => subject === "web");
  expect(web.map(({ kind }) => kind)).toEqual(["step", "held", "held", "held", "held"]);
  expect(web[0]).toMatchObject({
    replicas: 3,
    reason: "cpu 90 above 70 for 120 s, cooldown over: 2 to 3",
  });
  vi.setSystemTime(startMs + 240_000);
  await decideScalingNow();
  expect((await scalingDecisions()).decisions[0]).toMatchObject({ kind: "unmeasured" });
});

test("where a supervisor carries decisions out, it alone decides, by the share of what each was given", async () => {
  const atMs = startMs + 600_000;
  vi.setSystemTime(atMs);
  await writeSamples(10, [busy(atMs)]);
  const parts = [{ subject: "web", running: 2, coresEach: 0.5 } as const];
  const [decision] = await machineScaling()(parts, { cores: 4, coresGiven: 1 });
  expect(decision).toMatchObject({ value: 180, kind: "held", change: 0 });
  vi.setSystemTime(atMs + 30_000);
  await decideScalingNow();
  const { decisions } = await scalingDecisions();
  const web = decisions.filter(({ subject }) => subject === "web");
  expect(web[0]).toMatchObject({ at: new Date(atMs).toISOString(), kind: "held" });
});
