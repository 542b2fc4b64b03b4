import { monotonicMs } from "@/platform/clock";

/** Measures this process's CPU between two calls as a share of one core. */
export function cpuMeter(): () => number {
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
