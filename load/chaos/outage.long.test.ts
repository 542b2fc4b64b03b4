import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { monotonicMs } from "@/platform/clock";
import { closePools, db, sql } from "@/platform/database";
import { forgetEnv } from "@/platform/env";
import { limits } from "@/platform/limits";
import { closeValkey } from "@/platform/valkey";
import type { Stack } from "../../scripts/start/stack";
import { startOwnStack } from "../own/stack";
import { targetOf } from "../own/target";
import { runLoad } from "../run/run";

const dataDir = mkdtempSync(join(tmpdir(), "outage-"));
let stack: Stack;
beforeAll(async () => {
  const one = { webs: 1, realtimes: 1, workers: 1 };
  const quiet = { pages: false, report: () => undefined };
  stack = await startOwnStack({ dataDir, tickets: 1_000, ...one, ...quiet });
  forgetEnv();
}, 300_000);
afterAll(async () => {
  await closePools();
  await closeValkey();
  await stack.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const patience = { timeout: 60_000, interval: 500 };

async function probes(): Promise<{ ok: number; failed: number }> {
  const rows = await db.write.rows<{ labels: string; count: number }>(sql`
    select labels, sum(count)::int as count from metric_samples
    where span_seconds = 10 and name = 'insightdesk_probes_total' group by labels`);
  const of = (outcome: string) =>
    rows.find(({ labels }) => labels === `outcome=${outcome}`)?.count ?? 0;
  return { ok: of("ok"), failed: of("failed") };
}
const okProbes = async () => (await probes().catch(() => ({ ok: 0 }))).ok;

test("PostgreSQL that is away for two minutes under load is two minutes of downtime, give or take ten seconds", async () => {
  const target = await targetOf(stack);
  await expect.poll(okProbes, patience).toBeGreaterThan(2);
  const before = await probes();
  const startMs = monotonicMs();
  await stack.services.postgres?.stop();
  // As long as the visitors stay: two minutes.
  await runLoad({ scenario: "smoke", "minutes-scale": 2, listeners: 0 }, target);
  await stack.services.postgres?.restart();
  const awaySeconds = (monotonicMs() - startMs) / 1_000;
  await expect.poll(okProbes, patience).toBeGreaterThan(before.ok + 2);
  const lostSeconds = ((await probes()).failed - before.failed) * (limits.probeMs / 1_000);
  expect(Math.abs(lostSeconds - awaySeconds)).toBeLessThanOrEqual(10);
}, 400_000);
