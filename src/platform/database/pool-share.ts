import type pg from "pg";
import { limits } from "@/platform/limits";

type Seen = { sum: number; count: number };

/**
 * How full pools were since the last question, each as the mean of many looks: one look at a time at
 * which this process measures itself, or tidies up, would say that a quiet pool is full.
 */
export function poolShares(
  of: () => readonly { name: string; pool: pg.Pool }[],
): () => { name: string; share: number }[] {
  let seen = new Map<string, Seen>();
  const shareOf = ({ totalCount, idleCount, options }: pg.Pool) =>
    (totalCount - idleCount) / options.max;
  const look = () => {
    for (const { name, pool } of of()) {
      const before = seen.get(name) ?? { sum: 0, count: 0 };
      seen.set(name, { sum: before.sum + shareOf(pool), count: before.count + 1 });
    }
  };
  setInterval(look, limits.poolLookMs).unref();
  return () => {
    const told = of().map(({ name, pool }) => {
      const { sum, count } = seen.get(name) ?? { sum: 0, count: 0 };
      return { name, share: count === 0 ? shareOf(pool) : sum / count };
    });
    seen = new Map();
    return told;
  };
}
