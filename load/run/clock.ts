import { setTimeout as sleep } from "node:timers/promises";
import { monotonicMs } from "@/platform/clock";

/** Time as executors take it; tests move their own. */
export type Clock = { nowMs: () => number; sleep: (ms: number) => Promise<unknown> };

export const realClock: Clock = { nowMs: monotonicMs, sleep: (ms) => sleep(Math.max(0, ms)) };
