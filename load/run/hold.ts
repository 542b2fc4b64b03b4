import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What a process may have: a row's cores and memory. */
export type Share = { cpu: number; memoryMb: number };

export type Held = {
  /** By what the machine holds it. */
  by: "cgroup v1" | "cgroup v2";
  /** How often it wanted more cores than it was given, of the times that it wanted any. */
  throttled: () => { periods: number; times: number };
  release: () => void;
};

const rootFolder = "/sys/fs/cgroup";
const periodUs = 100_000;
const bytesPerMb = 1_048_576;
const quotaOf = ({ cpu }: Share) => Math.round(cpu * periodUs);
const memoryOf = ({ memoryMb }: Share) => Math.round(memoryMb * bytesPerMb);

function write(folder: string, values: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(values))
    writeFileSync(join(folder, name), String(value));
}

/** A group is gone only when nobody is left in it. */
function remove(folders: readonly string[]): void {
  for (const folder of folders)
    try {
      rmdirSync(folder);
    } catch {
      // Somebody is still in it; it holds nobody back who has left.
    }
}

function throttledIn(folder: string): { periods: number; times: number } {
  const text = readFileSync(join(folder, "cpu.stat"), "utf8");
  const figure = (name: string) => Number(new RegExp(`^${name} (\\d+)$`, "m").exec(text)?.[1] ?? 0);
  return { periods: figure("nr_periods"), times: figure("nr_throttled") };
}

function holdByFirst(name: string, pids: readonly number[], share: Share): Held {
  const [cpu, memory] = ["cpu", "memory"].map((part) => join(rootFolder, part, name));
  if (cpu === undefined || memory === undefined) throw new Error("both were named");
  for (const folder of [cpu, memory]) mkdirSync(folder, { recursive: true });
  write(cpu, { "cpu.cfs_period_us": periodUs, "cpu.cfs_quota_us": quotaOf(share) });
  write(memory, { "memory.limit_in_bytes": memoryOf(share) });
  for (const pid of pids)
    for (const folder of [cpu, memory]) write(folder, { "cgroup.procs": pid });
  return {
    by: "cgroup v1",
    throttled: () => throttledIn(cpu),
    release: () => remove([cpu, memory]),
  };
}

function holdBySecond(name: string, pids: readonly number[], share: Share): Held {
  const folder = join(rootFolder, name);
  write(rootFolder, { "cgroup.subtree_control": "+cpu +memory" });
  mkdirSync(folder, { recursive: true });
  write(folder, { "cpu.max": `${quotaOf(share)} ${periodUs}`, "memory.max": memoryOf(share) });
  for (const pid of pids) write(folder, { "cgroup.procs": pid });
  return {
    by: "cgroup v2",
    throttled: () => throttledIn(folder),
    release: () => remove([folder]),
  };
}

/**
 * Holds processes, and all that they start from now on, to a share of this machine.
 * @throws Error where nobody may make such a group here: then only their heaps are bounded.
 */
export function hold(name: string, pids: readonly number[], share: Share): Held {
  const isSecond = existsSync(join(rootFolder, "cgroup.controllers"));
  return (isSecond ? holdBySecond : holdByFirst)(`insightdesk-${name}`, pids, share);
}
