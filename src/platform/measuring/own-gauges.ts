import { readFileSync } from "node:fs";
import { totalmem } from "node:os";
import { monotonicMs } from "@/platform/clock";
import { pools } from "@/platform/database";
import { eventLoopDelaySinceLast, gauge } from "@/platform/telemetry";

/** What a container may use, in bytes; the machine's memory where nothing bounds us. */
function memoryLimitBytes(): number {
  try {
    const told = Number(readFileSync("/sys/fs/cgroup/memory.max", "utf8"));
    if (Number.isFinite(told) && told > 0) return Math.min(told, totalmem());
  } catch {
    // Another system, or an older one: the machine's memory is the bound.
  }
  return totalmem();
}

function cpuShareSinceLast(): () => number {
  let cpu = process.cpuUsage();
  let atMs = monotonicMs();
  return () => {
    const used = process.cpuUsage(cpu);
    const elapsedMs = Math.max(1, monotonicMs() - atMs);
    cpu = process.cpuUsage();
    atMs = monotonicMs();
    return (used.user + used.system) / 1_000 / elapsedMs;
  };
}

const one = (value: number) => [{ labels: {}, value }];

/** Registers what every process can say of itself; each is read when somebody looks. */
export function measureProcess(): void {
  const limitBytes = memoryLimitBytes();
  const cpuShare = cpuShareSinceLast();
  gauge({
    name: "insightdesk_cpu_share",
    help: "Share of one core used since the last reading: what one event loop can use at most.",
    read: () => one(cpuShare()),
  });
  gauge({
    name: "insightdesk_memory_bytes",
    help: "Resident memory.",
    read: () => one(process.memoryUsage.rss()),
  });
  gauge({
    name: "insightdesk_memory_share",
    help: "Resident memory as a share of what this process may use.",
    read: () => one(process.memoryUsage.rss() / limitBytes),
  });
  gauge({
    name: "insightdesk_event_loop_delay_ms",
    help: "How late timers were at the 99th percentile since the last reading.",
    read: () => one(eventLoopDelaySinceLast().delayMsP99),
  });
  gauge({
    name: "insightdesk_pool_connections",
    help: "Database connections of this process: in use, idle, and requests that wait for one.",
    labels: ["pool", "state"],
    read: () =>
      poolReadings(({ name, total, idle, waiting }) => [
        { labels: { pool: name, state: "used" }, value: total - idle },
        { labels: { pool: name, state: "idle" }, value: idle },
        { labels: { pool: name, state: "waiting" }, value: waiting },
      ]),
  });
  gauge({
    name: "insightdesk_pool_share",
    help: "Share of the pool's connections that are in use.",
    labels: ["pool"],
    read: () =>
      poolReadings(({ name, total, idle, max }) => [
        { labels: { pool: name }, value: (total - idle) / max },
      ]),
  });
}

type PoolState = { name: string; total: number; idle: number; waiting: number; max: number };

function poolReadings<Value>(read: (pool: PoolState) => Value[]): Value[] {
  const { write, replicas } = pools();
  return [write, ...replicas].flatMap((pool, index) =>
    read({
      name: index === 0 ? "primary" : `replica-${index}`,
      total: pool.totalCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
      max: pool.options.max ?? 1,
    }),
  );
}
