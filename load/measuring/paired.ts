import { median, percentile } from "../bench/percentile";

/** What one turn of each of two servers cost; of a pair, both were measured side by side in time. */
export type Pair = { readonly measured: number; readonly without: number };

/** How much more it costs, as a share, and between what it lies with a confidence of 95 %. */
export type Estimate = { readonly share: number; readonly low: number; readonly high: number };

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

const sharesOf = (pairs: readonly Pair[]) =>
  pairs.map(({ measured, without }) => measured / without - 1);

/**
 * The median of what pair by pair was more, process by process, with a bootstrap's interval. Turns
 * that something else disturbed are few and far off, and a median does not move with them; what slows
 * the machine for a while slows both sides of a pair. Two processes differ for as long as they live,
 * whatever they do, so they are drawn again as wholes: turns of one pair of them make no certainty.
 * @param laps the pairs of turns of each pair of processes
 */
export function estimateOf(
  laps: readonly (readonly Pair[])[],
  { seed = 1, resamples = 2_000 } = {},
): Estimate {
  const shares = laps.map(sharesOf);
  const draw = drawsFrom(seed);
  const drawn = <Item>(items: readonly Item[]): Item[] =>
    items.flatMap(() => {
      const at = Math.floor(draw() * items.length);
      return items.slice(at, at + 1);
    });
  const medians = Array.from({ length: resamples }, () =>
    median(drawn(shares).map((lap) => median(drawn(lap)))),
  ).sort((a, b) => a - b);
  return {
    share: median(shares.map(median)),
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
