import { setTimeout as sleep } from "node:timers/promises";
import { signalIfAlive } from "../../scripts/system/processes";
import type { Line, LineState } from "./line";

export type Fault = {
  name: string;
  /** Whether it belongs to the short form. */
  short: boolean;
  /** What the primary alone knew goes with it: that is counted, stated, and no fault of ours. */
  losesTail?: boolean;
  /** Breaks it, leaves it broken for a while where that makes sense, and ends when it is whole again. */
  happen: () => Promise<void>;
};

export const holdMs = 6_000;
export const heldWords = `for ${holdMs / 1_000} s`;
const lookMs = 20;

export async function through(lines: readonly Line[], state: LineState): Promise<void> {
  for (const line of lines) line.set(state);
  await sleep(holdMs);
  for (const line of lines) line.set("open");
}

/** Ends a server of ours from outside; who supervises it starts it again. */
export async function ended(pid: () => number | undefined, signal: NodeJS.Signals): Promise<void> {
  const before = pid();
  if (before === undefined) return;
  signalIfAlive(before, signal);
  while (pid() === before) await sleep(lookMs);
}

/** It neither answers nor goes away. */
export async function stopped(pid: number | undefined): Promise<void> {
  if (pid === undefined) return;
  signalIfAlive(pid, "SIGSTOP");
  await sleep(holdMs);
  signalIfAlive(pid, "SIGCONT");
}
