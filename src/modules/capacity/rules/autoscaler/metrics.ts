/** What the autoscaler is told of one pod. Without `used` there was no reading of it. */
export interface Pod {
  readonly used?: number | undefined;
  readonly requested?: number | undefined;
  readonly state?: "ready" | "starting" | undefined;
}

interface Measured {
  readonly target: number;
  readonly unavailable?: boolean | undefined;
}

export interface UtilizationMetric extends Measured {
  readonly kind: "utilization";
  readonly pods?: readonly Pod[] | undefined;
}
export interface AverageMetric extends Measured {
  readonly kind: "average";
  readonly pods?: readonly Pod[] | undefined;
}
export interface ValueMetric extends Measured {
  readonly kind: "value";
  readonly value?: number | undefined;
  readonly ready?: number | undefined;
}
export interface TotalMetric extends Measured {
  readonly kind: "total";
  readonly value?: number | undefined;
}

export type Metric = UtilizationMetric | AverageMetric | ValueMetric | TotalMetric;

/** What one metric asks for, and what held it where it is. */
export interface Proposal {
  readonly replicas: number;
  readonly held: "tolerance" | "direction" | null;
  readonly words: string;
}

export interface Unavailable {
  readonly unavailable: string;
}

/** The engine counts replicas in 32 bits. */
export const replicasCountMax = 2 ** 31 - 1;

/**
 * The engine counts in thousandths, as whole numbers: 0.29 of a core is 290, which 0.29 * 1000 is
 * not to a machine. What is finer than a thousandth is left as it is.
 */
export function thousandths(value: number): number {
  const scaled = value * 1_000;
  const whole = Math.round(scaled);
  return Math.abs(scaled - whole) <= 1e-9 * Math.abs(scaled) ? whole : scaled;
}

/** Division of whole numbers loses what is behind the point, as the engine's does. */
export function divide(dividend: number, divisor: number): number {
  const whole = Number.isInteger(dividend) && Number.isInteger(divisor);
  return whole ? Math.trunc(dividend / divisor) : dividend / divisor;
}

/** Both edges belong to it; written as the engine writes it, because 1 - 1.1 is not 0.1 to a machine. */
export const isWithin = (ratio: number, tolerance: number) =>
  1 - tolerance <= ratio && ratio <= 1 + tolerance;
