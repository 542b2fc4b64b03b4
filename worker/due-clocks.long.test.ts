import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { nowMs } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { queues } from "@/platform/queues";
import { aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { bundleEntries } from "../scripts/build/bundles";
import { root } from "../scripts/system/root";

const clocks = 10_000;
const secondMs = 1_000;
// Beside the packages that the bundle asks for.
mkdirSync(join(root, ".data"), { recursive: true });
const folder = mkdtempSync(join(root, ".data", "due-"));
let services: TestServices;
let workers: ChildProcess[] = [];

beforeAll(async () => {
  services = await testServices();
  await bundleEntries({ worker: "worker/main.ts" }, folder);
});
afterEach(async () => {
  await Promise.all(workers.map((worker) => ended(worker)));
  workers = [];
  await db.write.rows(sql`truncate sla_clocks, outbox, effects, tickets cascade`);
});
afterAll(async () => {
  await services.close();
  rmSync(folder, { recursive: true, force: true });
});

async function ended(worker: ChildProcess, signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  const gone = once(worker, "exit");
  worker.kill(signal);
  await gone;
}

/** Two workers as they run in production, and as ready as they say. */
async function startWorkers(): Promise<void> {
  for (const id of ["one", "two"]) {
    vi.stubEnv("PROCESS_KIND", "worker");
    vi.stubEnv("PROCESS_ID", id);
    vi.stubEnv("LOG_LEVEL", "error");
    vi.stubEnv("STORAGE_DIR", folder);
    workers.push(fork(join(folder, "worker.js"), [], { cwd: root }));
    vi.unstubAllEnvs();
  }
  const reported = async () =>
    (await db.write.rows(sql`select from sla_zone_data`)).length > 0 &&
    (await db.write.rows(sql`select from sla_recomputes where ended_at is null`)).length === 0;
  await vi.waitUntil(reported, { timeout: 60_000, interval: 100 });
}

/** Ten thousand clocks whose times come one after the other within one second. */
async function fallDueFrom(firstMs: number): Promise<void> {
  const anna = await aPerson();
  await db.write.rows(sql`
    with asked as (
      insert into tickets (id, subject, requester_id, status, channel, first_message_at,
        last_message_at, created_at, updated_at, sla_state)
      select uuidv7(), 'The vent jams', ${anna.id}, 'open', 'web', now() - interval '1 hour',
        now() - interval '1 hour', now() - interval '1 hour', now() - interval '1 hour', 'running'
      from generate_series(1, ${clocks})
      returning id, created_at
    ), timed as (
      select id, created_at, ${new Date(firstMs)}::timestamptz
        + (row_number() over ()) * interval '1 second' / ${clocks}::int as falls_at,
        row_number() over () % 2 = 0 as breaks
      from asked
    )
    insert into sla_clocks (ticket_id, metric, policy_id, policy_version, calendar_id,
      calendar_version, ticket_version, state, target_ms, spent_ms, started_at, due_at, risk_at,
      next_check_at, risk_told_at)
    select timed.id, 'firstResponse', sla_policies.id, 1, sla_policies.calendar_id, 1, 1,
      case when breaks then 'at_risk' else 'running' end, 3600000, 0, timed.created_at,
      case when breaks then falls_at - interval '1 ms' else falls_at + interval '1 day' end,
      case when breaks then falls_at - interval '1 hour' else falls_at end, falls_at,
      case when breaks then now() end
    from timed cross join sla_policies`);
  await db.write.rows(sql`analyze sla_clocks, tickets`);
}

type Seen = { id: string; occurred_at: Date; seq: number };
/** Events become visible a little out of their order: so far back one has to look again. */
const outOfOrderMax = 2_000;

/** How long after its time each event could be read by others, by looking twenty times a second. */
async function latenciesMs(): Promise<number[]> {
  const latencies = new Map<string, number>();
  let highest = 0;
  const look = async () => {
    const seen = await db.write.rows<Seen>(sql`
      select id, occurred_at, seq from outbox
      where name in ('sla.atRisk', 'sla.breached') and seq > ${highest - outOfOrderMax}`);
    const atMs = nowMs();
    for (const { id, occurred_at, seq } of seen) {
      if (!latencies.has(id)) latencies.set(id, atMs - occurred_at.getTime());
      highest = Math.max(highest, seq);
    }
    return latencies.size >= clocks;
  };
  await vi.waitUntil(look, { timeout: 60 * secondMs, interval: 50 });
  return [...latencies.values()].sort((one, other) => one - other);
}

const percentile = (sorted: readonly number[], share: number) =>
  Math.round(sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN);

test("ten thousand clocks that fall due in one second are told of within one second, and three", async () => {
  expect(queues["sla-checks"].limiter).toEqual({ max: 100, durationMs: secondMs });
  await startWorkers();
  const firstMs = nowMs() + 10 * secondMs;
  await fallDueFrom(firstMs);
  const found = await latenciesMs();
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => percentile(found, share));
  process.stdout.write(
    `${found.length} events, after their time in ms: p50 ${p50}, p95 ${p95}, p99 ${p99}, last ${found.at(-1)}\n`,
  );
  expect(found).toHaveLength(clocks);
  expect(p95).toBeLessThan(secondMs);
  expect(p99).toBeLessThan(3 * secondMs);
});

test("a worker that is killed in the middle leaves nothing out and tells nothing twice", async () => {
  await startWorkers();
  await fallDueFrom(nowMs());
  const told = async () =>
    (await db.write.rows(sql`select from outbox where name in ('sla.atRisk', 'sla.breached')`))
      .length;
  await vi.waitUntil(async () => (await told()) > 0, { timeout: 30_000, interval: 5 });
  const [one] = workers;
  if (one !== undefined) await ended(one, "SIGKILL");
  expect(await told()).toBeLessThan(clocks);
  await vi.waitUntil(async () => (await told()) >= clocks, { timeout: 60_000, interval: 100 });
  const twice = await db.write.rows(sql`
    select ticket_id from outbox where name in ('sla.atRisk', 'sla.breached')
    group by ticket_id having count(*) > 1`);
  expect(twice).toEqual([]);
  const [left] = await db.write.rows<{ due: number }>(sql`
    select count(*)::int as due from sla_clocks where next_check_at <= now()`);
  expect(left).toEqual({ due: 0 });
  expect(limits.slaDueBatchMax).toBeLessThan(clocks);
});
