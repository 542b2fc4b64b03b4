import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { machineScaling, rollUpMeasures } from "@/modules/capacity";
import { db, sql } from "@/platform/database";
import { newId } from "@/platform/ids";
import { ask, closeQueues, queueOf } from "@/platform/queues";
import { aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { topologyOf } from "../../../deploy/topology/description";
import { bundleEntries } from "../../build/bundles";
import { type Stack, startStack } from "../../start/stack";
import { freePort } from "../../system/ports";
import { root } from "../../system/root";
import { groupsOf, type ScaledGroup } from "../plan";
import { superviseScaling } from "./supervisor";

/** What is bundled finds its packages only below the house. */
const bundleDir = join(root, ".data", `autoscale-${process.pid}`);
const dataDir = mkdtempSync(join(tmpdir(), "autoscale-"));
let services: TestServices;
let stack: Stack;
let figures: ScaledGroup;

beforeAll(async () => {
  services = await testServices();
  const groups = await groupsOf(topologyOf("medium"), freePort);
  const found = groups.find(({ subject }) => subject === "analytics");
  if (found === undefined) throw new Error("medium has workers for figures");
  figures = found;
  await bundleEntries({ worker: "worker/main.ts" }, bundleDir);
  const { DATABASE_URL = "", VALKEY_URL = "", VALKEY_PREFIX = "" } = process.env;
  stack = await startStack({
    dataDir,
    variables: { DATABASE_URL, VALKEY_URL, VALKEY_PREFIX },
    places: { webs: [], realtimes: [], workers: figures.places.slice(0, 1) },
    prepare: async () => ({ distDir: ".next", bundleDir: relative(root, bundleDir) }),
  });
});
afterAll(async () => {
  await stack.stop();
  await closeQueues();
  await services.close();
  rmSync(bundleDir, { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
});

/** The rule of the figures' workers with short times; a day would do with the founding ones. */
async function setRule(): Promise<void> {
  const admin = await aPerson({ role: "admin" });
  const times = { forSeconds: 0.2, cooldownSeconds: 0.4 };
  const rule = { above: 50, ...times };
  const policy = {
    metric: "waiting",
    min: 1,
    max: 3,
    scaleUp: rule,
    scaleDown: { below: 5, ...times },
  };
  await db.write.rows(sql`
    insert into scaling_policies (subject, version, policy, reason, actor_id, at)
    values ('analytics', 1, ${JSON.stringify(policy)}, 'shorter', ${admin.id}, now())`);
}

async function aBacklog(): Promise<void> {
  const queue = queueOf("analytics");
  const jobs = Array.from({ length: 300 }, (_, index) => {
    const { name, data } = ask(rollUpMeasures, {
      spanSeconds: 60 as const,
      endMs: index * 60_000,
    });
    return { name, data, opts: { jobId: newId() } };
  });
  // One a second: it stands while workers come, whatever they do.
  await queue.setGlobalRateLimit(1, 1_000);
  await queue.addBulk(jobs);
}

const running = () => stack.workers.map(({ name }) => name);
const decisions = () =>
  db.write.rows<{ kind: string; reason: string; running: number; replicas: number }>(sql`
    select kind, reason, running, replicas from scaling_decisions
    where subject = 'analytics' and kind <> 'idle' order by at limit 200`);

test("a backlog brings a worker with its reason, a full machine holds, and calm lets it go", async () => {
  await setRule();
  await aBacklog();
  const said: string[] = [];
  const supervision = superviseScaling({
    stack,
    groups: [figures],
    cores: 2 * figures.coresEach,
    decide: machineScaling(),
    everyMs: 100,
    report: (line) => said.push(line),
    onChange: () => undefined,
  });
  try {
    await expect.poll(running).toEqual(["worker-figures-1", "worker-figures-2"]);
    const held = async () =>
      (await decisions()).filter(({ reason }) => /machine full/.test(reason));
    await expect.poll(async () => (await held()).length).toBeGreaterThan(0);
    expect(running()).toHaveLength(2);
    const [step] = (await decisions()).filter(({ kind }) => kind === "step");
    expect(step).toMatchObject({ running: 1, replicas: 2 });
    expect(step?.reason).toMatch(/^waiting \d+ above 50 for [\d.]+ s, cooldown over: 1 to 2$/);

    await queueOf("analytics").removeGlobalRateLimit();
    await expect.poll(running).toEqual(["worker-figures-1"]);
    expect(said.at(-1)).toBe("worker-figures-2 has finished its work and is gone.");
    const last = (await decisions()).filter(({ kind }) => kind === "step").at(-1);
    expect(last).toMatchObject({ running: 2, replicas: 1 });
    expect(await queueOf("analytics").getJobCounts("wait", "active", "failed")).toMatchObject({
      wait: 0,
      failed: 0,
    });
  } finally {
    supervision.close();
  }
});
