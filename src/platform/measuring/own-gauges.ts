import { readFileSync } from "node:fs";
import { totalmem } from "node:os";
import { env } from "@/platform/env";
import { collectDefaults, cpuMeter, eventLoopDelaySinceLast, gauge } from "@/platform/telemetry";

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

const one = (value: number) => [{ labels: {}, value }];

/** Registers what every process can say of itself; each is read when somebody looks. */
export function measureProcess(): void {
  collectDefaults();
  const limitBytes = memoryLimitBytes();
  const cpuShare = cpuMeter();
  gauge({
    name: "insightdesk_cpu_share",
    help: "Share of one core used since the last reading: what one event loop can use at most.",
    read: () => one(cpuShare()),
  });
  gauge({
    name: "insightdesk_build_info",
    help: "Always 1; its label says which version runs, so that times of two versions can be told apart.",
    labels: ["version"],
    read: () => [{ labels: { version: env().APP_VERSION }, value: 1 }],
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
}
