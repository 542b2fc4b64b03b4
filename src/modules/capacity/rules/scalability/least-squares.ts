import { type Coefficients, type Point, slowdown, throughputAt } from "./law";

export const parameters = ["alpha", "beta", "gamma"] as const;
export type Parameter = (typeof parameters)[number];

const iterationsMax = 500;
const dampingMax = 1e16;
const pivotMin = 1e-300;

export function squaredError(law: Coefficients, points: readonly Point[]): number {
  let total = 0;
  for (const [load, throughput] of points) total += (throughputAt(law, load) - throughput) ** 2;
  return total;
}

/** How the throughput at a load changes with each parameter. */
function slopes(law: Coefficients, load: number): Record<Parameter, number> {
  const slow = slowdown(law, load);
  const perGamma = load / slow;
  const perAlpha = (-law.gamma * perGamma * (load - 1)) / slow;
  return { alpha: perAlpha, beta: perAlpha * load, gamma: perGamma };
}

/** Solves a small system by elimination with the largest pivot first; null where it has no one solution. */
export function solveLinear(
  matrix: readonly (readonly number[])[],
  right: readonly number[],
): number[] | null {
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    const rest = rows.slice(column);
    const pivot = rest.reduce<number[]>(
      (best, row) => (Math.abs(row[column] ?? 0) > Math.abs(best[column] ?? 0) ? row : best),
      rest[0] ?? [],
    );
    const head = pivot[column] ?? 0;
    if (!(Math.abs(head) > pivotMin)) return null;
    rows.splice(rows.indexOf(pivot), 1);
    rows.splice(column, 0, pivot);
    for (const row of rows) {
      if (row === pivot) continue;
      const factor = (row[column] ?? 0) / head;
      for (let at = column; at <= size; at++) row[at] = (row[at] ?? 0) - factor * (pivot[at] ?? 0);
    }
  }
  return rows.map((row, index) => (row[size] ?? 0) / (row[index] ?? 1));
}

/** The step that the damped normal equations ask for, in the free parameters. */
function stepFrom(
  law: Coefficients,
  points: readonly Point[],
  free: readonly Parameter[],
  damping: number,
): Coefficients | null {
  const rows = points.map(([load, throughput]) => ({
    slope: slopes(law, load),
    miss: throughput - throughputAt(law, load),
  }));
  const inner = (a: Parameter, b: Parameter) =>
    rows.reduce((total, { slope }) => total + slope[a] * slope[b], 0);
  const lengths = free.map((parameter) => Math.sqrt(inner(parameter, parameter)) || 1);
  const scaled = free.map((a, i) =>
    free.map((b, j) => {
      const product = inner(a, b) / ((lengths[i] ?? 1) * (lengths[j] ?? 1));
      return i === j ? product + damping : product;
    }),
  );
  const right = free.map((parameter, i) => {
    const product = rows.reduce((total, { slope, miss }) => total + slope[parameter] * miss, 0);
    return product / (lengths[i] ?? 1);
  });
  const change = solveLinear(scaled, right);
  if (change === null) return null;
  const next: Record<Parameter, number> = { ...law };
  for (const [i, parameter] of free.entries()) {
    next[parameter] += (change[i] ?? 0) / (lengths[i] ?? 1);
  }
  return next;
}

/**
 * Levenberg and Marquardt's way to the least squared error in throughput, from a start, over the
 * parameters that are free. What it finds may lie below 0: whoever asks decides.
 */
export function descend(
  start: Coefficients,
  points: readonly Point[],
  free: readonly Parameter[],
): { law: Coefficients; error: number } {
  let law = start;
  let error = squaredError(law, points);
  let damping = 1e-3;
  for (let iteration = 0; iteration < iterationsMax && damping < dampingMax; iteration++) {
    const next = stepFrom(law, points, free, damping);
    const makesSense = next !== null && points.every(([load]) => slowdown(next, load) > 0);
    const nextError = makesSense ? squaredError(next, points) : Number.POSITIVE_INFINITY;
    if (next === null || !(nextError < error)) {
      damping *= 10;
      continue;
    }
    const settled = error - nextError <= 1e-15 * error && damping <= 1e-6;
    law = next;
    error = nextError;
    damping = Math.max(damping / 10, 1e-12);
    if (settled) break;
  }
  return { law, error };
}
