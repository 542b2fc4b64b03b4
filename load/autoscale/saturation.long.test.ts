import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { machineScaling } from "@/modules/capacity";
import { monotonicMs } from "@/platform/clock";
import { closePools, db, sql } from "@/platform/database";
import { forgetEnv } from "@/platform/env";
import { closeValkey } from "@/platform/valkey";
import {
  haproxyOrInstall,
  type RunningHaproxy,
  startHaproxy,
} from "../../scripts/services/haproxy";
import type { Member } from "../../scripts/start/member";
import type { Stack } from "../../scripts/start/stack";
import type { Place } from "../../scripts/start/topology";
import { freePort } from "../../scripts/system/ports";
import { superviseScaling } from "../../scripts/up/autoscale/supervisor";
import type { ScaledGroup } from "../../scripts/up/plan";
import { type Load, steadyLoad } from "../chaos/steady";
import { startOwnStack } from "../own/stack";
import { type Held, hold } from "../run/hold";

const folder = mkdtempSync(join(tmpdir(), "autoscale-full-"));
/** A small machine within this one: it holds three webs, each to its own share of a core. */
const websMax = 3;
const coresEach = 0.3;
const cores = websMax * coresEach;
const share = { cpu: coresEach, memoryMb: 1024 };
const held: Held[] = [];
let stack: Stack;
let proxy: RunningHaproxy;
let group: ScaledGroup;

const at = ({ name, port }: Pick<Place, "name" | "port">) => ({ name, host: "127.0.0.1", port });

beforeAll(async () => {
  stack = await startOwnStack({
    dataDir: join(folder, "data"),
    ...{ webs: 1, realtimes: 1, workers: 1 },
    tickets: 500,
    pages: false,
    behindProxy: true,
    report: () => undefined,
  });
  forgetEnv();
  const places = stack.webs.map(({ kind, name, port }): Place => ({ kind, name, port }));
  for (let number = 2; number <= websMax + 1; number += 1)
    places.push({ kind: "web", name: `web-${number}`, port: await freePort() });
  group = { name: "web", subject: "web", kind: "web", coresEach, places };
  proxy = await startHaproxy({
    program: haproxyOrInstall(() => undefined),
    dataDir: join(folder, "proxy"),
    backends: { webs: places.map(at), realtimes: stack.realtimes.map(at) },
  });
});
afterAll(async () => {
  await closePools();
  await closeValkey();
  await proxy.stop();
  await stack.stop();
  for (const each of held) each.release();
  rmSync(folder, { recursive: true, force: true });
});

/** No web gets more of the machine than it is promised. */
function holdBack({ name, pid }: Pick<Member, "name" | "pid">): void {
  if (pid !== undefined) held.push(hold(`saturation-${process.pid}-${name}`, [pid], share));
}

/** The founding rule with short times. */
async function setRule(): Promise<void> {
  const scaleUp = { above: 70, forSeconds: 1, cooldownSeconds: 2 };
  const scaleDown = { below: 1, forSeconds: 600, cooldownSeconds: 300 };
  const policy = { metric: "cpu", min: 1, max: 10, scaleUp, scaleDown };
  // What is filled for a load has agents and customers, and no admin.
  const set = await db.write.rows(sql`
    insert into scaling_policies (subject, version, policy, reason, actor_id, at)
    select 'web', 1, ${JSON.stringify(policy)}, 'shorter', id, now()
    from users where role = 'agent' order by id limit 1 returning subject`);
  expect(set).toHaveLength(1);
}

async function heldBecauseFull(): Promise<number> {
  const rows = await db.write.rows<{ running: number }>(sql`
    select running from scaling_decisions
    where subject = 'web' and kind = 'held' and reason like 'held: machine full%'
      and running = ${websMax} limit 100`);
  return rows.length;
}

const patience = { timeout: 300_000, interval: 250 };

/** How many requests are answered in a second, over so many of them. */
async function throughput(load: Load, count: number): Promise<number> {
  const [before, startMs] = [load.readings.length, monotonicMs()];
  await expect.poll(() => load.readings.length, patience).toBeGreaterThan(before + count);
  return (1_000 * (load.readings.length - before)) / (monotonicMs() - startMs);
}

test("when all cores are given one more web is held, and as much is answered as before", async () => {
  await setRule();
  for (const web of stack.webs) holdBack(web);
  const saturating = { visitorsCount: 16, thinkMs: { min: 0, max: 0 } };
  const load = await steadyLoad({ webs: [proxy], realtimes: [proxy] }, 1, saturating);
  const one = await throughput(load, 500);
  const supervision = superviseScaling({
    stack,
    groups: [group],
    cores,
    decide: machineScaling(),
    everyMs: 1_000,
    report: () => undefined,
    onChange: holdBack,
  });
  try {
    await expect.poll(() => stack.webs.length, patience).toBe(websMax);
    await expect.poll(heldBecauseFull, patience).toBeGreaterThan(0);
    const full = await throughput(load, 500);
    const later = await throughput(load, 500);
    expect(stack.webs).toHaveLength(websMax);
    const rates = `${one.toFixed(0)}, ${full.toFixed(0)}, ${later.toFixed(0)} a second`;
    // Three shares for one; and a machine that others use as well is never the same twice.
    expect(full / one, rates).toBeGreaterThan(1);
    expect(later / full, rates).toBeGreaterThan(0.6);
    process.stderr.write(`One web, three, and a fourth held for a while: ${rates}\n`);
  } finally {
    supervision.close();
    await load.stop();
    for (const listener of load.listeners) listener.close();
  }
  expect(load.readings.filter(({ failed }) => failed)).toEqual([]);
});
