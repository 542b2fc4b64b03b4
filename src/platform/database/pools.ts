import { availableParallelism } from "node:os";
import pg from "pg";
import { env } from "@/platform/env";
import { limits } from "@/platform/limits";
import { log } from "@/platform/log";
import { processShared } from "@/platform/process";

pg.types.setTypeParser(pg.types.builtins.INT8, (text) => Number(text));

/** The founding formula: (cores x 2) + spindles, with one spindle for an SSD. */
export function poolSize(cores: number): number {
  return cores * 2 + 1;
}

function poolMax(): number {
  const { PROCESS_KIND, DATABASE_POOL_MAX } = env();
  if (DATABASE_POOL_MAX !== undefined) return DATABASE_POOL_MAX;
  const bound = PROCESS_KIND === "realtime" ? limits.realtimePoolMax : limits.webPoolMax;
  return Math.min(bound, poolSize(availableParallelism()));
}

function makePool(url: string, name: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolMax(),
    connectionTimeoutMillis: limits.poolWaitMsMax,
    statement_timeout: limits.statementMsMax,
    lock_timeout: limits.lockMsMax,
    idle_in_transaction_session_timeout: limits.transactionIdleMsMax,
    application_name: `insightdesk-${env().PROCESS_KIND}`,
    keepAlive: true,
  });
  pool.on("error", (error) =>
    log().warn({ pool: name, err: error }, "a database connection broke"),
  );
  return pool;
}

export type Pools = { write: pg.Pool; replicas: readonly pg.Pool[] };

/** The pools of this process, shared by both bundles of a web process. */
export function pools(): Pools {
  return processShared("database-pools", () => {
    const { DATABASE_URL, DATABASE_PRIMARY_URL, DATABASE_REPLICA_URL } = env();
    return {
      write: makePool(DATABASE_PRIMARY_URL ?? DATABASE_URL, "primary"),
      replicas: DATABASE_REPLICA_URL.map((url, index) => makePool(url, `replica-${index + 1}`)),
    };
  });
}

/** The address that reaches the primary without a pooler: for LISTEN and migrations. */
export function directUrl(): string {
  const { DATABASE_DIRECT_URL, DATABASE_PRIMARY_URL, DATABASE_URL } = env();
  return DATABASE_DIRECT_URL ?? DATABASE_PRIMARY_URL ?? DATABASE_URL;
}

export async function closePools(): Promise<void> {
  const { write, replicas } = pools();
  await Promise.all([write, ...replicas].map((pool) => (pool.ended ? undefined : pool.end())));
}
