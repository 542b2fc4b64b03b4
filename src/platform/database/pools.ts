import pg from "pg";
import { env } from "@/platform/env";
import { limits } from "@/platform/limits";
import { log } from "@/platform/log";
import { processShared } from "@/platform/process";
import { durationHistogram, gauge } from "@/platform/telemetry";
import { poolShares } from "./pool-share";
import { poolPlan } from "./pool-size";
import { type ReplicaWatch, watchReplicas } from "./replicas";
import { WaitedPool } from "./waited-pool";

pg.types.setTypeParser(pg.types.builtins.INT8, (text) => Number(text));

/** How many connections a pool has, and how long it waits for one and for an answer. */
type PoolBounds = { max: number; waitMs: number; statementMs: number };

function usualBounds(): PoolBounds {
  return {
    max: poolPlan().max,
    waitMs: limits.poolWaitMsMax,
    statementMs: limits.statementMsMax,
  };
}

const searchBounds: PoolBounds = {
  max: limits.searchPoolMax,
  waitMs: limits.searchWaitMsMax,
  statementMs: limits.searchStatementMsMax,
};

const poolWaits = () =>
  durationHistogram({
    name: "insightdesk_pool_wait_ms",
    help: "How long who found no idle connection of a pool waited: for a turn when all were taken, or until one more was open.",
    labels: ["pool", "why"],
  });

function makePool(url: string, name: string, bounds = usualBounds()): pg.Pool {
  const waits = poolWaits();
  const timers = { turn: waits.labels(name, "turn"), opening: waits.labels(name, "opening") };
  const pool = new WaitedPool(
    {
      connectionString: url,
      max: bounds.max,
      connectionTimeoutMillis: bounds.waitMs,
      statement_timeout: bounds.statementMs,
      lock_timeout: limits.lockMsMax,
      idle_in_transaction_session_timeout: limits.transactionIdleMsMax,
      application_name: `insightdesk-${env().PROCESS_KIND}`,
      keepAlive: true,
    },
    (why, ms) => timers[why].observe(ms),
  );
  // The error holds the whole connection, down to the key by which its statements are stopped.
  pool.on("error", ({ message }) =>
    log().warn({ pool: name, reason: message }, "a database connection broke"),
  );
  return pool;
}

export type Pools = {
  write: pg.Pool;
  replicas: readonly pg.Pool[];
  /** How the replicas are; null where there are none. */
  watch: ReplicaWatch | null;
  /** For search alone, on the primary and on the first replica. They connect when first used. */
  search: { primary: pg.Pool; replica: pg.Pool | null };
};

/** The pools of this process, shared by both bundles of a web process. */
export function pools(): Pools {
  return processShared("database-pools", (): Pools => {
    const { DATABASE_URL, DATABASE_PRIMARY_URL, DATABASE_REPLICA_URL } = env();
    const { max, from } = poolPlan();
    log().info({ connectionsMax: max, from, pools: 1 + DATABASE_REPLICA_URL.length }, "pools");
    watchPools();
    const primaryUrl = DATABASE_PRIMARY_URL ?? DATABASE_URL;
    const [first] = DATABASE_REPLICA_URL;
    const replicas = DATABASE_REPLICA_URL.map((url, index) => ({
      url,
      pool: makePool(url, `replica-${index + 1}`),
    }));
    return {
      write: makePool(primaryUrl, "primary"),
      replicas: replicas.map(({ pool }) => pool),
      watch: replicas.length === 0 ? null : watchReplicas(primaryUrl, replicas),
      search: {
        primary: makePool(primaryUrl, "search", searchBounds),
        replica: first === undefined ? null : makePool(first, "search-replica", searchBounds),
      },
    };
  });
}

/** Where search asks: a replica, while it is usable, for searching costs more than anything else. */
export function searchPool(): pg.Pool {
  const { search, watch } = pools();
  const isUsable = watch?.replicas[0]?.isUsable === true;
  return isUsable && search.replica !== null ? search.replica : search.primary;
}

/** Read when somebody looks: how far the pools of this process are used, and who waits for them. */
function watchPools(): void {
  const named = () => {
    const { write, replicas } = pools();
    return [write, ...replicas].map((pool, index) => ({
      name: index === 0 ? "primary" : `replica-${index}`,
      pool,
    }));
  };
  const read = (of: (pool: pg.Pool) => number) => () =>
    named().map(({ name, pool }) => ({ labels: { pool: name }, value: of(pool) }));
  const shares = poolShares(named);
  const labels = ["pool"] as const;
  gauge({
    name: "insightdesk_pool_connections_max",
    help: "Connections that a pool of this process may have.",
    labels,
    read: read(({ options }) => options.max),
  });
  gauge({
    name: "insightdesk_pool_connections_used",
    help: "Connections of a pool that somebody works with at this moment.",
    labels,
    read: read(({ totalCount, idleCount }) => totalCount - idleCount),
  });
  gauge({
    name: "insightdesk_pool_share",
    help: "Share of a pool's connections in use, as the mean since the last reading.",
    labels,
    read: () => shares().map(({ name, share }) => ({ labels: { pool: name }, value: share })),
  });
  gauge({
    name: "insightdesk_pool_waiting",
    help: "Who waits for a connection of a pool at this moment.",
    labels,
    read: read(({ waitingCount }) => waitingCount),
  });
}

/** The address that reaches the primary without a pooler: for LISTEN and migrations. */
export function directUrl(): string {
  const { DATABASE_DIRECT_URL, DATABASE_PRIMARY_URL, DATABASE_URL } = env();
  return DATABASE_DIRECT_URL ?? DATABASE_PRIMARY_URL ?? DATABASE_URL;
}

export async function closePools(): Promise<void> {
  const { write, replicas, watch, search } = pools();
  await watch?.stop();
  const searching = search.replica === null ? [search.primary] : [search.primary, search.replica];
  const all = [write, ...replicas, ...searching];
  await Promise.all(all.map((pool) => (pool.ended ? undefined : pool.end())));
}
