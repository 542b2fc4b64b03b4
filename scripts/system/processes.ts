import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { monotonicMs } from "@/platform/clock";
import { codeOf } from "./advice";
import { runProgram } from "./run-program";

const pollMs = 25;

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
  return procStat(pid)?.state !== "Z";
}

/** From Linux; elsewhere nothing. A dead child that nobody has collected still answers to signals. */
function procStat(pid: number): { state: string; startedAt: string } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name in parentheses may hold anything, so the fields are counted from its end.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return { state: fields[0] ?? "", startedAt: fields[19] ?? "" };
  } catch {
    return undefined;
  }
}

function ps(pid: number, column: string): string | undefined {
  const found = runProgram("ps", ["-p", String(pid), "-o", `${column}=`]);
  return found.isOk ? found.output : undefined;
}

/** When a process began: with its number this names it, and a number alone may be somebody else's. */
export function startOf(pid: number): string | undefined {
  return isAlive(pid) ? (procStat(pid)?.startedAt ?? ps(pid, "lstart")) : undefined;
}

/** What a process was started as. */
export function commandOf(pid: number): string | undefined {
  if (!isAlive(pid)) return undefined;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
  } catch {
    return ps(pid, "command");
  }
}

/** A negative number names a process group, as for kill(2). */
export function signalIfAlive(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (codeOf(error) !== "ESRCH" && codeOf(error) !== "EPERM") throw error;
  }
}

async function waitUntil(condition: () => boolean, msMax: number): Promise<boolean> {
  const startedMs = monotonicMs();
  while (!condition()) {
    if (monotonicMs() - startedMs > msMax) return false;
    await sleep(pollMs);
  }
  return true;
}

export type Stopping = { signal: NodeJS.Signals; graceMs: number; thenSignal?: NodeJS.Signals };

/** Asks, waits, then insists. True when the process is gone. */
export async function stopProcess(pid: number, how: Stopping): Promise<boolean> {
  const isGone = () => !isAlive(pid);
  signalIfAlive(pid, how.signal);
  if (await waitUntil(isGone, how.graceMs)) return true;
  signalIfAlive(pid, how.thenSignal ?? "SIGKILL");
  if (await waitUntil(isGone, how.graceMs)) return true;
  signalIfAlive(pid, "SIGKILL");
  return waitUntil(isGone, 5_000);
}
