/**
 * The universal scalability law (Gunther 1993): what `load` users, processes or servers get done
 * together. `gamma` is what one does alone, `alpha` the share that must wait in line, `beta` what
 * keeping each other informed costs.
 */
export interface Coefficients {
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
}

/** A measured load and the throughput that it had. */
export type Point = readonly [load: number, throughput: number];

export const slowdown = ({ alpha, beta }: Coefficients, load: number) =>
  1 + alpha * (load - 1) + beta * load * (load - 1);

export const throughputAt = (law: Coefficients, load: number) =>
  (law.gamma * load) / slowdown(law, load);

/** Where more load brings less; null where it never does, or where even a load of 1 is beyond the law. */
export function peakOf(law: Coefficients): { load: number; throughput: number } | null {
  if (law.beta === 0 || law.alpha >= 1) return null;
  const load = Math.sqrt((1 - law.alpha) / law.beta);
  return slowdown(law, load) > 0 ? { load, throughput: throughputAt(law, load) } : null;
}
