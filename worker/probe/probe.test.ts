import { afterAll, beforeAll, expect, test } from "vitest";
import { objectiveReports } from "@/modules/capacity";
import { nowMs } from "@/platform/clock";
import { limits } from "@/platform/limits";
import { writeSamples } from "@/platform/measuring";
import { registry } from "@/platform/telemetry";
import { type TestServices, testServices } from "@/testing/database";
import { startProbes } from ".";

let services: TestServices;
beforeAll(async () => {
  services = await testServices();
});
afterAll(() => services.close());

async function counted(): Promise<{ ok: number; failed: number }> {
  const found = await registry().getSingleMetric("insightdesk_probes_total")?.get();
  const of = (outcome: string) =>
    found?.values.find(({ labels }) => labels.outcome === outcome)?.value ?? 0;
  return { ok: of("ok"), failed: of("failed") };
}

/** Looks as often as the course is long; what it says is what was so at that look. */
async function looksAt(
  course: readonly boolean[],
  serves: (look: number) => boolean,
  { startLooks = 0, uncounted = 0 } = {},
) {
  const before = await counted();
  let look = -1;
  const asked: number[] = [];
  const probing = startProbes({
    everyMs: 2,
    looksPerJourney: 12,
    startLooks,
    isUp: async () => {
      look += 1;
      if (look >= course.length - 1) probing.close();
      const up = course[look];
      if (up === undefined) throw new Error("nobody answers");
      return up;
    },
    serves: async () => {
      asked.push(look + 1);
      return serves(look + 1);
    },
  });
  const all = async () => {
    const { ok, failed } = await counted();
    return ok + failed - before.ok - before.failed;
  };
  await expect.poll(all, { interval: 2 }).toBe(course.length - uncounted);
  const { ok, failed } = await counted();
  return { ok: ok - before.ok, failed: failed - before.failed, asked };
}

test("two minutes in which the database is away are two minutes lost, once they can be written", async () => {
  const lookSeconds = limits.probeMs / 1_000;
  const awayLooks = 120 / lookSeconds;
  const day = 86_400 / lookSeconds;
  const away = Array.from({ length: awayLooks + 40 }, (_, at) => at < 20 || at >= 20 + awayLooks);
  const { failed } = await looksAt(away, () => true);
  // Nothing was written meanwhile: the counters hold it, and it comes with the first span after it.
  const common = {
    labels: "",
    atMs: nowMs() - 60_000,
    processId: "worker-1",
    processKind: "worker",
  };
  const sample = { ...common, name: "insightdesk_probes_total", kind: "counter" as const };
  const of = (outcome: string, count: number) => ({
    ...sample,
    labels: `outcome=${outcome}`,
    ...{ count, sum: count, highest: count, buckets: [] },
  });
  await writeSamples(60, [of("failed", failed), of("ok", day - failed)]);
  const { objectives } = await objectiveReports();
  const availability = objectives.find(({ name }) => name === "availability");
  const lostSeconds = ((availability?.total ?? 0) - (availability?.good ?? 0)) * lookSeconds;
  expect(lostSeconds).toBeGreaterThanOrEqual(110);
  expect(lostSeconds).toBeLessThanOrEqual(130);
});

test("a customer's way is tried once a minute, and at every look from when it fails until it works", async () => {
  const fine = Array.from({ length: 40 }, () => true);
  const seldom = await looksAt(fine, () => true);
  expect(seldom).toMatchObject({ ok: 40, failed: 0 });
  expect(seldom.asked.length).toBe(4);
  const broken = await looksAt(fine, (look) => look < 12 || look >= 20);
  expect(broken.failed).toBeGreaterThanOrEqual(7);
  expect(broken.failed).toBeLessThanOrEqual(9);
});

test("a look that ends in an error is downtime, and nothing is counted where nobody looked", async () => {
  const nobody: boolean[] = [];
  nobody.length = 3;
  expect(await looksAt(nobody, () => true)).toMatchObject({ ok: 0, failed: 3 });
});

test("a web that is still starting is not down; one that does not come has been down from the first look", async () => {
  const starts = [false, false, true, false, true];
  const started = await looksAt(starts, () => true, { startLooks: 3, uncounted: 2 });
  expect(started).toMatchObject({ ok: 2, failed: 1 });
  const never = [false, false, false, false, false];
  expect(await looksAt(never, () => true, { startLooks: 3 })).toMatchObject({ ok: 0, failed: 5 });
});
