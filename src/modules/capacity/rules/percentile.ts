/** A histogram's bucket: how many were above the bucket before it and not above this edge. */
export interface Bucket {
  /** The last bucket has no edge: it counts what is above all others. */
  readonly edge: number | null;
  readonly count: number;
}

export interface Percentile {
  readonly value: number;
  /** It lies above the last edge, so all that is known is that it is not less than `value`. */
  readonly isAtLeast: boolean;
}

/** A point of the curve "how many are not above it", over the logarithm of the edge. */
interface Knot {
  readonly at: number;
  readonly below: number;
}

/** What is below the first edge is taken to lie above this part of it. */
const firstEdgeShare = 0.5;
const halvings = 50;

const steepness = (a: Knot, b: Knot) => (b.below - a.below) / (b.at - a.at);

/** The slope at a knot that keeps the curve rising: a weighted harmonic mean (Fritsch and Butland, 1984). */
function slopeAt(before: Knot | undefined, knot: Knot, after: Knot | undefined): number {
  if (before === undefined) return after === undefined ? 0 : steepness(knot, after);
  if (after === undefined) return steepness(before, knot);
  const [left, right] = [steepness(before, knot), steepness(knot, after)];
  if (left <= 0 || right <= 0) return 0;
  const leftWeight = 2 * (after.at - knot.at) + (knot.at - before.at);
  const rightWeight = after.at - knot.at + 2 * (knot.at - before.at);
  return (leftWeight + rightWeight) / (leftWeight / left + rightWeight / right);
}

const lastEdge = (buckets: readonly Bucket[]) =>
  buckets.reduce((last, bucket) => bucket.edge ?? last, 0);

function knotsOf(buckets: readonly Bucket[]): Knot[] {
  const knots: Knot[] = [];
  let below = 0;
  for (const { edge, count } of buckets) {
    if (edge === null) break;
    if (knots.length === 0) knots.push({ at: Math.log(edge * firstEdgeShare), below: 0 });
    below += count;
    knots.push({ at: Math.log(edge), below });
  }
  return knots;
}

/**
 * The value that a share `q` of all does not exceed, from buckets whose edges ascend from above 0.
 *
 * Durations fill a bucket unevenly, so a straight line through it is up to 15 % off where edges are
 * a factor of two apart. A curve that bends as the neighbouring buckets do, over the logarithm of
 * the duration, is within 5 % for durations that spread as those of requests and jobs do; the more
 * they crowd together, the finer the edges have to be. Null where nothing was counted.
 */
export function percentileOf(buckets: readonly Bucket[], q: number): Percentile | null {
  const total = buckets.reduce((sum, bucket) => sum + bucket.count, 0);
  if (total === 0) return null;
  const rank = q * total;
  const knots = knotsOf(buckets);
  const index = knots.findIndex((knot) => knot.below >= rank && knot.below > 0);
  const [from, to] = [knots[index - 1], knots[index]];
  if (from === undefined || to === undefined) {
    return { value: lastEdge(buckets), isAtLeast: true };
  }
  const width = to.at - from.at;
  const slopeFrom = slopeAt(knots[index - 2], from, to) * width;
  const slopeTo = slopeAt(from, to, knots[index + 1]) * width;
  const below = (t: number) =>
    from.below * (1 + 2 * t) * (1 - t) ** 2 +
    slopeFrom * t * (1 - t) ** 2 +
    to.below * t ** 2 * (3 - 2 * t) +
    slopeTo * t ** 2 * (t - 1);
  let [low, high] = [0, 1];
  for (let step = 0; step < halvings; step++) {
    const middle = (low + high) / 2;
    if (below(middle) < rank) low = middle;
    else high = middle;
  }
  return { value: Math.exp(from.at + width * high), isAtLeast: false };
}

/** The share that was not above an edge: exact, because the edge is one of the histogram's own. */
export function shareWithin(buckets: readonly Bucket[], edge: number): number | null {
  if (!buckets.some((bucket) => bucket.edge === edge)) return null;
  let within = 0;
  let total = 0;
  for (const bucket of buckets) {
    total += bucket.count;
    if (bucket.edge !== null && bucket.edge <= edge) within += bucket.count;
  }
  return total === 0 ? null : within / total;
}
