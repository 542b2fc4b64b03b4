import { median, percentile } from "../bench/percentile";

/** What one turn of each of two servers cost; of a pair, both were measured side by side in time. */
export type Pair = { readonly measured: number; readonly without: number };

/** How much more it costs, as a share, and between what it lies with a confidence of 95 %. */
export type Estimate = { readonly share: number; readonly low: number; readonly high: number };

const resamples = 2_000;

/** Numbers below one that are the same in every run (Mulberry32): a report can be recomputed. */
function drawsFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * The median of what pair by pair was more, with a bootstrap's interval. Turns that something else
 * disturbed are few and far off, and a median does not move with them; what slows the machine for a
 * while slows both sides of a pair.
 */
export function estimateOf(pairs: readonly Pair[], seed = 1): Estimate {
  const shares = pairs.map(({ measured, without }) => measured / without - 1);
  const draw = drawsFrom(seed);
  const medians = Array.from({ length: resamples }, () =>
    median(shares.map(() => shares[Math.floor(draw() * shares.length)] ?? Number.NaN)),
  ).sort((a, b) => a - b);
  return {
    share: median(shares),
    low: percentile(medians, 0.025),
    high: percentile(medians, 0.975),
  };
}

/** A bound is kept or broken only when the whole interval says so. */
export function verdictOf(
  { low, high }: Estimate,
  shareMax: number,
): "within" | "above" | "unsure" {
  if (high < shareMax) return "within";
  return low > shareMax ? "above" : "unsure";
}
