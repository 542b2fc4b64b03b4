import { fitScalability, type ScalabilityFit } from "./fit";
import { type Point, throughputAt } from "./law";

/** What the law says at a load, and between what and what nine in ten repetitions would lie. */
export interface Ranged {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

export interface RangedFit {
  readonly fit: ScalabilityFit;
  /** The most that gets done at any load that was measured. */
  readonly most: Ranged;
  readonly mostAt: number;
  readonly loadMax: number;
  readonly throughputMax: number;
}

const repetitions = 60;
const tail = 0.05;

/** The same dice every time: a plan must not change by being looked at again. */
function dice(): () => number {
  let state = 20_261_127;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

function quantile(sorted: readonly number[], q: number): number {
  const at = q * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0];
  return low + (high - low) * (at - Math.floor(at));
}

/** The most within what was measured: beyond it the law is a guess. */
function mostWithin(fit: ScalabilityFit, loadMax: number): { load: number; throughput: number } {
  const load = fit.peak === null ? loadMax : Math.min(fit.peak.load, loadMax);
  return { load, throughput: throughputAt(fit, load) };
}

/**
 * Fits the law and tells how sure it is: what the fit left unexplained is thrown onto the fitted
 * points again, and each such run is fitted anew (a residual bootstrap). Three points leave nothing
 * unexplained and so no range. Null where there is no fit.
 */
export function rangedFit(points: readonly Point[]): RangedFit | null {
  const loads = points.map(([load]) => load);
  const fit = fitScalability(points, loads);
  if (fit === null) return null;
  const loadMax = Math.max(...loads);
  const { load: mostAt, throughput } = mostWithin(fit, loadMax);
  const measured = { loadMax, throughputMax: Math.max(...points.map((point) => point[1])) };
  const spare = points.length - 3;
  if (spare <= 0)
    return { fit, most: { value: throughput, low: null, high: null }, mostAt, ...measured };
  // What a fit leaves is smaller than the noise was, by the parameters that it had to spend.
  const widen = Math.sqrt(points.length / spare);
  const left = points.map(([, came], index) => (came - (fit.predicted[index] ?? 0)) * widen);
  const roll = dice();
  const found: number[] = [];
  for (let again = 0; again < repetitions; again += 1) {
    const thrown = points.map(([load], index): Point => {
      const residual = left[Math.floor(roll() * left.length)] ?? 0;
      return [load, Math.max(0, (fit.predicted[index] ?? 0) + residual)];
    });
    const refit = thrown.some((point) => point[1] > 0) ? fitScalability(thrown) : null;
    if (refit !== null) found.push(mostWithin(refit, loadMax).throughput);
  }
  const sorted = found.sort((a, b) => a - b);
  const range = { low: quantile(sorted, tail), high: quantile(sorted, 1 - tail) };
  return { fit, most: { value: throughput, ...range }, mostAt, ...measured };
}
