import { fitScalability } from "@/modules/capacity/client";

/** What was measured with few at once: how many, what got done a second, and the CPU of each. */
export type Light = { connections: number; perSecond: number; cpuMs: number };

export type Predicted = {
  /** As the planner plans: a process has one core, and each request takes its part of it. */
  byCpu: number;
  /** The law fitted to the light loads, at the heaviest; null where it cannot be fitted. */
  byLaw: number | null;
};

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** What one web process will carry at most, from what it did with few. */
export function predictSaturation(lights: readonly Light[], heaviest: number): Predicted {
  const points = lights.map(({ connections, perSecond }): [number, number] => [
    connections,
    perSecond,
  ]);
  const fit = fitScalability(points, [heaviest]);
  const peak = fit?.peak ?? null;
  const atHeaviest = fit?.predicted[0] ?? null;
  return {
    byCpu: 1_000 / mean(lights.map(({ cpuMs }) => cpuMs)),
    byLaw: peak !== null && peak.load < heaviest ? peak.throughput : atHeaviest,
  };
}

/** How far a prediction lies beside what was measured, as a share of it. */
export const missBy = (predicted: number, measured: number): number => predicted / measured - 1;
