import { limits } from "@/platform/limits";
import type { StepPolicy } from "../step-policy";

/** The founding rule for API servers: CPU in per cent. */
export const apiPolicy: StepPolicy = {
  metric: "cpu",
  min: 2,
  max: 10,
  scaleUp: { above: 70, forSeconds: 120, cooldownSeconds: 180 },
  scaleDown: { below: 30, forSeconds: 600, cooldownSeconds: 300 },
};

/**
 * The same rule for the servers that hold sockets: their measure is how many a server holds, and
 * its thresholds are the same shares of what one may hold.
 */
export const realtimePolicy: StepPolicy = {
  ...apiPolicy,
  metric: "connections",
  scaleUp: {
    ...apiPolicy.scaleUp,
    above: (limits.socketsPerServerMax * apiPolicy.scaleUp.above) / 100,
  },
  scaleDown: {
    below: (limits.socketsPerServerMax * 30) / 100,
    forSeconds: 600,
    cooldownSeconds: 300,
  },
};

/** The founding rules for workers: how many jobs may wait before a worker is added, queue by queue. */
export const workerRules = {
  "sla-checks": { replicasBase: 2, replicasMax: 5, waitingAbove: 100, concurrency: 10 },
  notifications: { replicasBase: 2, replicasMax: 8, waitingAbove: 500, concurrency: 20 },
  analytics: { replicasBase: 1, replicasMax: 3, waitingAbove: 2_000, concurrency: 5 },
} as const satisfies Record<
  string,
  { replicasBase: number; replicasMax: number; waitingAbove: number; concurrency: number }
>;

export type WorkerQueue = keyof typeof workerRules;

/**
 * The same rules as step policies. The document says when a worker is added and no more; the times,
 * and letting one go when a tenth of that is waiting, are ours: half a minute keeps one burst from
 * adding a worker, and going down is slower than going up.
 */
export function workerPolicy(queue: WorkerQueue): StepPolicy {
  const { replicasBase, replicasMax, waitingAbove } = workerRules[queue];
  return {
    metric: "waiting",
    min: replicasBase,
    max: replicasMax,
    scaleUp: { above: waitingAbove, forSeconds: 30, cooldownSeconds: 60 },
    scaleDown: { below: waitingAbove / 10, forSeconds: 300, cooldownSeconds: 300 },
  };
}
