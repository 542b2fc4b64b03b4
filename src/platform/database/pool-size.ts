import { availableParallelism } from "node:os";
import { env } from "@/platform/env";
import { limits } from "@/platform/limits";

/** The founding formula: (cores x 2) + spindles, with one spindle for an SSD. */
export function poolSize(cores: number): number {
  return cores * 2 + 1;
}

export type PoolPlan = {
  /** Connections of one process to one server. */
  max: number;
  /** What the number came from, for people. */
  from: string;
};

/** How many connections this process may have, and why so many. */
export function poolPlan(cores = availableParallelism()): PoolPlan {
  const { PROCESS_KIND, DATABASE_POOL_MAX } = env();
  if (DATABASE_POOL_MAX !== undefined)
    return { max: DATABASE_POOL_MAX, from: "DATABASE_POOL_MAX says so" };
  const [name, bound] =
    PROCESS_KIND === "realtime"
      ? (["realtimePoolMax", limits.realtimePoolMax] as const)
      : PROCESS_KIND === "worker"
        ? (["workerPoolMax", limits.workerPoolMax] as const)
        : (["webPoolMax", limits.webPoolMax] as const);
  const formula = poolSize(cores);
  const words = `(${cores} cores x 2) + 1 spindle = ${formula}`;
  return formula <= bound
    ? { max: formula, from: words }
    : { max: bound, from: `${words}, bounded by ${name} = ${bound}` };
}
