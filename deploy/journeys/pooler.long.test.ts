import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test, vi } from "vitest";
import { closePools, db, pools, sql } from "@/platform/database";
import { forgetEnv } from "@/platform/env";
import { limits } from "@/platform/limits";
import { forgetShared } from "@/platform/process";
import { type TestServices, testServices } from "@/testing/database";
import { theOtherProcesses, ticketJourney } from "@/testing/journey";
import {
  pgbouncerOrInstall,
  type RunningPgbouncer,
  startPgbouncer,
} from "../../scripts/services/pgbouncer";

const folder = mkdtempSync(join(tmpdir(), "pooler-"));
let services: TestServices;
let pooler: RunningPgbouncer;

beforeAll(async () => {
  services = await testServices();
  await closePools();
  const program = pgbouncerOrInstall(() => undefined);
  pooler = await startPgbouncer({ program, dataDir: folder, databaseUrl: services.databaseUrl });
  vi.stubEnv("DATABASE_URL", pooler.url);
  vi.stubEnv("DATABASE_DIRECT_URL", services.databaseUrl);
  vi.stubEnv("DATABASE_NAMED_STATEMENTS", pooler.carriesNames ? "1" : "0");
  forgetEnv();
  forgetShared("database-pools");
});
afterAll(async () => {
  await closePools();
  await pooler.stop();
  vi.unstubAllEnvs();
  forgetEnv();
  await services.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What the pooler itself says: `show config`, `show pools`. */
async function poolerSays(command: string): Promise<Record<string, string>[]> {
  const url = new URL(pooler.url);
  url.pathname = "/pgbouncer";
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, string>>(command);
    return rows;
  } finally {
    await client.end();
  }
}

test("the pooler runs with the founding numbers", async () => {
  const config = await poolerSays("show config");
  const configured = (key: string) => config.find((row) => row.key === key)?.value;
  expect({
    mode: configured("pool_mode"),
    clients: configured("max_client_conn"),
    servers: configured("max_db_connections"),
    pool: configured("default_pool_size"),
  }).toEqual({ mode: "transaction", clients: "1000", servers: "100", pool: "20" });
});

test("a whole ticket goes through the pooler in transaction mode", async () => {
  const others = await theOtherProcesses();
  try {
    await ticketJourney(others);
  } finally {
    await others.close();
  }
  const [ours] = (await poolerSays("show stats")).filter(
    ({ database }) => database === new URL(services.databaseUrl).pathname.slice(1),
  );
  expect(Number(ours?.total_xact_count)).toBeGreaterThan(20);
});

test("more clients than server connections wait their turn, and all are served", async () => {
  const clients = await Promise.all(
    Array.from({ length: 60 }, async () => {
      const client = new pg.Client({ connectionString: pooler.url });
      await client.connect();
      return client;
    }),
  );
  const backends = new Set<number>();
  await Promise.all(
    clients.map(async (client) => {
      const { rows } = await client.query<{ pid: number }>(
        "select pg_backend_pid() as pid, pg_sleep(0.02)",
      );
      backends.add(rows[0]?.pid ?? 0);
    }),
  );
  await Promise.all(clients.map((client) => client.end()));
  expect(backends.size).toBeLessThanOrEqual(limits.poolerDefaultPoolMax);
});

test("the bounds of a statement, a lock and an idle transaction hold through the pooler", async () => {
  const shown = await db.write.rows<{ name: string; setting: string }>(sql`
    select name, setting from pg_settings where name in
      ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout')
    order by name`);
  expect(shown.map(({ setting }) => Number(setting))).toEqual([
    limits.transactionIdleMsMax,
    limits.lockMsMax,
    limits.statementMsMax,
  ]);
});

test("after the pooler was killed the next statements go on without a restart of ours", async () => {
  const { port } = pooler;
  await pooler.stop();
  await expect(db.write.rows(sql`select 1`)).rejects.toMatchObject({
    code: "database_unavailable",
  });
  pooler = await startPgbouncer({
    program: pgbouncerOrInstall(() => undefined),
    dataDir: folder,
    databaseUrl: services.databaseUrl,
    port,
  });
  expect(await db.write.rows(sql`select 1 as one`)).toEqual([{ one: 1 }]);
  expect(pools().write.totalCount).toBeLessThanOrEqual(limits.webPoolMax);
});

test("the tests' own server has the founding number of connections", async () => {
  const client = new pg.Client({ connectionString: inject("postgresAdminUrl") });
  await client.connect();
  const { rows } = await client.query<{ max_connections: string }>("show max_connections");
  await client.end();
  expect(Number(rows[0]?.max_connections)).toBe(limits.primaryConnectionsMax);
});
