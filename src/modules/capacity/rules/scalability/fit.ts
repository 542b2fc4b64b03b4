import { type Coefficients, type Point, peakOf, throughputAt } from "./law";
import { descend, type Parameter, solveLinear, squaredError } from "./least-squares";

export interface ScalabilityFit extends Coefficients {
  readonly peak: { readonly load: number; readonly throughput: number } | null;
  /** What no load exceeds; null where nothing waits in line. */
  readonly limit: number | null;
  /** The load up to which adding is still worth it; null where nothing waits in line. */
  readonly optimal: number | null;
  /** The standard deviation of what is left unexplained; null with three points, which leave nothing. */
  readonly residual: number | null;
  readonly predicted: readonly number[];
}

/** A smaller error than this share of all that was measured is rounding. */
const rounding = 1e-24;

/** Which of alpha and beta are looked for; the others are 0. The simplest law first. */
const lawsToTry: readonly (readonly Parameter[])[] = [
  ["gamma"],
  ["alpha", "gamma"],
  ["beta", "gamma"],
  ["alpha", "beta", "gamma"],
];

/** Places from which the descent also starts, because a law's error can have more than one valley. */
const otherStarts: readonly Pick<Coefficients, "alpha" | "beta">[] = [
  { alpha: 0.01, beta: 1e-6 },
  { alpha: 0.1, beta: 1e-3 },
  { alpha: 0.5, beta: 0.05 },
];

/** The gamma that fits best when alpha and beta are given. */
function withBestGamma(shape: Pick<Coefficients, "alpha" | "beta">, points: readonly Point[]) {
  const unit = { ...shape, gamma: 1 };
  let product = 0;
  let square = 0;
  for (const [load, throughput] of points) {
    const each = throughputAt(unit, load);
    product += each * throughput;
    square += each * each;
  }
  return { ...shape, gamma: product / square };
}

/**
 * A first guess: load / throughput is a polynomial in load whose coefficients the law's parameters
 * are. Its errors are weighted so that they stand for errors in throughput.
 */
function guess(points: readonly Point[], free: readonly Parameter[]): Coefficients | null {
  const usable = points.filter(([, throughput]) => throughput > 0);
  const columns = free.map((parameter) => (load: number) => {
    if (parameter === "gamma") return 1;
    return parameter === "alpha" ? load - 1 : load * (load - 1);
  });
  const product = (f: (load: number) => number, g: (load: number, throughput: number) => number) =>
    usable.reduce((total, [load, throughput]) => {
      const weight = (throughput * throughput) / load;
      return total + weight * weight * f(load) * g(load, throughput);
    }, 0);
  const solution = solveLinear(
    columns.map((f) => columns.map((g) => product(f, g))),
    columns.map((f) => product(f, (load, throughput) => load / throughput)),
  );
  if (solution === null) return null;
  const of = (parameter: Parameter) => solution[free.indexOf(parameter)] ?? 0;
  const perOne = of("gamma");
  if (!(perOne > 0)) return null;
  const shape = {
    alpha: Math.max(0, of("alpha") / perOne),
    beta: Math.max(0, of("beta") / perOne),
  };
  return withBestGamma(shape, points);
}

function bestOf(points: readonly Point[], free: readonly Parameter[]) {
  const kept = (value: number, parameter: Parameter) => (free.includes(parameter) ? value : 0);
  const starts = otherStarts.map(({ alpha, beta }) =>
    withBestGamma({ alpha: kept(alpha, "alpha"), beta: kept(beta, "beta") }, points),
  );
  const first = guess(points, free);
  let best: { law: Coefficients; error: number } | null = null;
  for (const start of first === null ? starts : [first, ...starts]) {
    const found = descend(start, points, free);
    const { alpha, beta, gamma } = found.law;
    const allowed = alpha >= 0 && beta >= 0 && gamma > 0;
    if (allowed && (best === null || found.error < best.error)) best = found;
  }
  return best;
}

/**
 * The law that misses the measured throughputs least, by the sum of squares, none of its parameters
 * below 0. If the best of all laws has one below 0, the best allowed one lies where that is 0, so
 * each such law is tried; a simpler one wins unless a fuller one explains more than rounding.
 * At least three different loads, each above 0, are needed.
 */
export function fitScalability(
  points: readonly Point[],
  predict: readonly number[] = [],
): ScalabilityFit | null {
  // Scaled to 1, so that neither huge nor tiny throughputs leave the range of numbers when squared.
  const highest = points.reduce((most, [, throughput]) => Math.max(most, throughput), 0);
  const scaled = points.map(([load, throughput]): Point => [load, throughput / highest]);
  const floor = rounding * squaredError({ alpha: 0, beta: 0, gamma: 0 }, scaled);
  let best: { law: Coefficients; error: number } | null = null;
  for (const free of lawsToTry) {
    const found = bestOf(scaled, free);
    if (found !== null && (best === null || found.error < best.error * (1 - 1e-9) - floor)) {
      best = found;
    }
  }
  if (best === null) return null;
  const law = { ...best.law, gamma: best.law.gamma * highest };
  const spare = points.length - 3;
  const peak = peakOf(law);
  const predicted = predict.map((load) => throughputAt(law, load));
  // Throughputs at the end of what a machine can count leave a law that says nothing.
  const said = [law.gamma, peak?.throughput ?? 0, ...predicted];
  if (!said.every(Number.isFinite)) return null;
  return {
    ...law,
    peak,
    limit: law.alpha === 0 ? null : law.gamma / law.alpha,
    optimal: law.alpha === 0 ? null : 1 / law.alpha,
    residual: spare > 0 ? Math.sqrt(best.error / spare) * highest : null,
    predicted,
  };
}
