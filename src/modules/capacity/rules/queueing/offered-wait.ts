/** Poisson arrivals, exponential service, and a patience that is exponential too (M/M/c+M). */
export interface ImpatientQueue {
  readonly servers: number;
  readonly arrivalsPerSecond: number;
  readonly serviceSeconds: number;
  readonly patienceSeconds: number;
}

/** Where the density has fallen to e^-50 of its peak, nothing is left of it. */
const depth = 50;
const panels = 100;
/** Patience bends the density within its own length and is spent after so many of them. */
const bends = [1, 8, 40];

/** Five-point Gauss-Legendre: nodes on -1 to 1 with their weights. */
const nodes: readonly (readonly [number, number])[] = [
  [0, 128 / 225],
  [0.5384693101056831, 0.47862867049936647],
  [-0.5384693101056831, 0.47862867049936647],
  [0.906179845938664, 0.23692688505618908],
  [-0.906179845938664, 0.23692688505618908],
];

function integral(f: (x: number) => number, from: number, to: number): number {
  if (!(to > from)) return 0;
  const half = (to - from) / panels / 2;
  let total = 0;
  for (let panel = 0; panel < panels; panel++) {
    const middle = from + half * (2 * panel + 1);
    for (const [node, weight] of nodes) total += weight * f(middle + half * node);
  }
  return total * half;
}

/** Where a function that only falls from `inside` to `outside` crosses the depth. */
function crossing(drop: (x: number) => number, inside: number, outside: number): number {
  let [near, far] = [inside, outside];
  for (let step = 0; step < 60; step++) {
    const middle = (near + far) / 2;
    if (drop(middle) > depth) far = middle;
    else near = middle;
  }
  return far;
}

/**
 * Of those who have to wait in M/M/c+M, the share that is served within so many seconds. The wait
 * that an endlessly patient arrival would have has, above 0, a density in proportion to
 * exp(a * p * (1 - e^(-x/p)) - c * x / s), with `a` arrivals per second, patience `p`, `c` servers
 * and service `s` (Zeltyn and Mandelbaum, "Call centers with impatient customers", 2005); e^(-x/p)
 * are still there after x seconds.
 */
export function servedShareOfWaiting(queue: ImpatientQueue, withinSeconds: number): number {
  const { servers, arrivalsPerSecond, serviceSeconds, patienceSeconds } = queue;
  const exponent = (x: number) =>
    -arrivalsPerSecond * patienceSeconds * Math.expm1(-x / patienceSeconds) -
    (servers * x) / serviceSeconds;
  const load = arrivalsPerSecond * serviceSeconds;
  const peak = load > servers ? patienceSeconds * Math.log(load / servers) : 0;
  const highest = exponent(peak);
  const drop = (x: number) => highest - exponent(x);

  let beyond = peak + serviceSeconds / servers;
  while (drop(beyond) <= depth) beyond = peak + (beyond - peak) * 2;
  const to = crossing(drop, peak, beyond);
  const from = peak > 0 && drop(0) > depth ? crossing(drop, peak, 0) : 0;

  const density = (x: number) => Math.exp(-drop(x));
  const served = (x: number) => density(x) * Math.exp(-x / patienceSeconds);
  const cut = Math.min(Math.max(withinSeconds, from), to);
  const borders = [from, ...bends.map((times) => times * patienceSeconds), cut, to]
    .filter((border) => border >= from && border <= to)
    .sort((a, b) => a - b);
  let all = 0;
  let inTime = 0;
  for (const [index, border] of borders.entries()) {
    const next = borders[index + 1] ?? border;
    all += integral(density, border, next);
    if (next <= cut) inTime += integral(served, border, next);
  }
  return inTime / all;
}
