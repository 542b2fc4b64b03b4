/** What a first reply's time depends on: when in the week it was asked, and how much lay before it. */
export interface Circumstances {
  readonly askedMs: number;
  readonly backlog: number;
}

export interface Known extends Circumstances {
  readonly waitedMs: number;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const weekMs = 7 * dayMs;
/** How unlike another hour, another amount of work and another time make two tickets. */
const hoursApart = 3;
const backlogApart = 0.6;
const weeksApart = 4;
const otherKindOfDay = 1.5;

/** Days alike: Monday to Thursday, Friday, Saturday, Sunday. 1970-01-01 was a Thursday. */
const kinds = [0, 1, 2, 3, 0, 0, 0];
const kindOfDay = (ms: number) => kinds[Math.floor(ms / dayMs) % 7] ?? 0;
const hourOf = (ms: number) => (ms % dayMs) / hourMs;

function likeness(a: Circumstances, b: Circumstances): number {
  const between = Math.abs(hourOf(a.askedMs) - hourOf(b.askedMs));
  const hours = Math.min(between, 24 - between) / hoursApart;
  const work = Math.log((1 + a.backlog) / (1 + b.backlog)) / backlogApart;
  const age = Math.abs(a.askedMs - b.askedMs) / (weeksApart * weekMs);
  const day = kindOfDay(a.askedMs) === kindOfDay(b.askedMs) ? 0 : otherKindOfDay;
  return Math.exp(-(hours * hours + work * work + day * day) / 2 - age);
}

/** The last so many waits, in order of their length: no forecast sorts them anew. */
export function latestKnown(countMax: number) {
  const byTime: Known[] = [];
  const byWait: Known[] = [];
  const placeOf = (waitedMs: number) => {
    let [low, high] = [0, byWait.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((byWait[middle]?.waitedMs ?? 0) < waitedMs) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    count: () => byTime.length,
    shortestFirst: (): readonly Known[] => byWait,
    add(known: Known): void {
      byTime.push(known);
      byWait.splice(placeOf(known.waitedMs), 0, known);
      const oldest = byTime.length > countMax ? byTime.shift() : undefined;
      if (oldest !== undefined) byWait.splice(byWait.indexOf(oldest), 1);
    },
  };
}

/** The waits of tickets like this one, each with how like it is; as they come, shortest first. */
export function weighted(
  asked: Circumstances,
  known: readonly Known[],
): { waitedMs: number; weight: number }[] {
  return known.map((each) => ({ waitedMs: each.waitedMs, weight: likeness(asked, each) }));
}

/** The wait that a share `q` of the weight does not exceed. */
export function quantileOf(
  waits: readonly { waitedMs: number; weight: number }[],
  q: number,
): number {
  const total = waits.reduce((sum, { weight }) => sum + weight, 0);
  let below = 0;
  for (const { waitedMs, weight } of waits) {
    below += weight;
    if (below >= q * total) return waitedMs;
  }
  return waits.at(-1)?.waitedMs ?? 0;
}
