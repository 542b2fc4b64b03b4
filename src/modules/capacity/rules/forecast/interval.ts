/** What was expected and what came. */
export interface Pair {
  readonly expected: number;
  readonly came: number;
}

/** How far what comes strays from what is expected, both sides of it. */
export interface Spread {
  /** What strays beyond chance, as a share of what is expected. */
  readonly restless: number;
  readonly below: number;
  readonly above: number;
}

/** Nine in ten are to lie inside. */
const insideShare = 0.9;
const tail = (1 - insideShare) / 2;
const pairsMin = 20;

/** The deviation of counts by chance alone, and of what strays beyond it. */
const deviation = (expected: number, restless: number) =>
  Math.sqrt(expected + restless * expected * expected + 0.25);

function quantile(sorted: readonly number[], q: number): number {
  const at = Math.min(sorted.length - 1, Math.max(0, q * (sorted.length + 1) - 1));
  const [low, high] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0];
  return low + (high - low) * (at - Math.floor(at));
}

/** The spread that a back-test showed; null while too little was tried. */
export function spreadOf(pairs: readonly Pair[]): Spread | null {
  if (pairs.length < pairsMin) return null;
  const squares = pairs.reduce((sum, { expected }) => sum + expected * expected, 0);
  const beyond = pairs.reduce(
    (sum, { expected, came }) => sum + (came - expected) ** 2 - expected,
    0,
  );
  const restless = squares > 0 ? Math.max(0, beyond / squares) : 0;
  const strayed = pairs
    .map(({ expected, came }) => (came - expected) / deviation(expected, restless))
    .sort((a, b) => a - b);
  return {
    restless,
    below: Math.min(0, quantile(strayed, tail)),
    above: Math.max(0, quantile(strayed, 1 - tail)),
  };
}

export interface Between {
  readonly low: number;
  readonly high: number;
}

export function between(expected: number, { restless, below, above }: Spread): Between {
  const sigma = deviation(expected, restless);
  return {
    low: Math.max(0, Math.min(expected, expected + below * sigma)),
    high: expected + above * sigma,
  };
}

/** The share of what came that lay inside; null where nothing was tried. */
export function insideOf(pairs: readonly Pair[], spread: Spread): number | null {
  if (pairs.length === 0) return null;
  const inside = pairs.filter(({ expected, came }) => {
    const { low, high } = between(expected, spread);
    // Tickets are whole: "from 2.4" cannot be told from "from 2".
    return came >= Math.floor(low) && came <= Math.ceil(high);
  });
  return inside.length / pairs.length;
}
