import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { db, sql } from "@/platform/database";
import { queues } from "@/platform/queues";
import { aPerson } from "@/testing/builders";
import { callAs } from "@/testing/calls";
import { type TestServices, testServices } from "@/testing/database";
import { aReceiver } from "@/testing/receiver";
import { bundleEntries } from "../scripts/build/bundles";
import { root } from "../scripts/system/root";

const deliveries = 2_000;
const kills = 5;
mkdirSync(join(root, ".data"), { recursive: true });
const folder = mkdtempSync(join(root, ".data", "webhooks-"));
let services: TestServices;
let receiver: Awaited<ReturnType<typeof aReceiver>>;
let worker: ChildProcess;

beforeAll(async () => {
  services = await testServices({ WEBHOOK_LOOPBACK: "1" });
  receiver = await aReceiver();
  await bundleEntries({ worker: "worker/main.ts" }, folder);
});
afterAll(async () => {
  await ended("SIGTERM");
  await receiver.close();
  await services.close();
  rmSync(folder, { recursive: true, force: true });
});

function startWorker(): void {
  vi.stubEnv("PROCESS_KIND", "worker");
  vi.stubEnv("NODE_ENV", "test");
  vi.stubEnv("LOG_LEVEL", "error");
  vi.stubEnv("STORAGE_DIR", folder);
  worker = fork(join(folder, "worker.js"), [], { cwd: root });
  vi.unstubAllEnvs();
}
async function ended(signal: NodeJS.Signals): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  const gone = once(worker, "exit");
  worker.kill(signal);
  await gone;
}

const patience = { timeout: 120_000, interval: 20 };

test("a worker that is killed again and again loses no webhook, and doubles few, each under one id", async () => {
  const ada = await aPerson({ role: "admin" });
  await callAs("webhooks.create", ada, {
    ...{ name: "Depot", url: receiver.url, events: ["ticket.created"] },
  });
  await db.write.rows(sql`
    insert into webhook_deliveries (id, endpoint_id, event_id, event_name, body, state, turn_at,
      due_at, created_at)
    select uuidv7(), webhook_endpoints.id, uuidv7(), 'ticket.created', '{}', 'waiting', now(),
      now(), now()
    from webhook_endpoints, generate_series(1, ${deliveries})`);
  startWorker();
  for (let killed = 1; killed <= kills; killed += 1) {
    const enough = (deliveries / (kills + 1)) * killed;
    await vi.waitUntil(() => receiver.received.length >= enough, patience);
    await ended("SIGKILL");
    startWorker();
  }
  const arrived = () => new Set(receiver.received.map(({ headers }) => headers["webhook-id"]));
  await vi.waitUntil(() => arrived().size >= deliveries, { ...patience, timeout: 300_000 });
  const settled = async () =>
    (await db.write.rows(sql`select from webhook_deliveries where state = 'waiting'`)).length === 0;
  await vi.waitUntil(settled, { ...patience, timeout: 300_000 });
  const doubled = receiver.received.length - deliveries;
  process.stdout.write(
    `${deliveries} webhooks, ${kills} kills: ${doubled} arrived twice, each under the id that it had\n`,
  );
  expect(arrived().size).toBe(deliveries);
  expect(doubled).toBeLessThanOrEqual(kills * queues.webhooks.concurrency);
});
