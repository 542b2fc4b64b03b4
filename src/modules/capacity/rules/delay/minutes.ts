/** What a customer waited for, machines before people: where two held something up, the first counts. */
export const delayCauses = ["mail", "queue", "slowness", "routing", "person"] as const;
export type DelayCause = (typeof delayCauses)[number];
export type DelayParts = Readonly<Record<DelayCause, number>>;

/** What people hold up is mended by people: who waits to be given to somebody waits for them, too. */
const ofPeople: ReadonlySet<DelayCause> = new Set(["routing", "person"]);

/** "We were late" in two: how much of it people and how much machines. Null where nothing was late. */
export function blameOf(partsMs: DelayParts): { people: number; machines: number } | null {
  const all = delayCauses.reduce((sum, cause) => sum + partsMs[cause], 0);
  if (all <= 0) return null;
  const people = delayCauses.reduce(
    (sum, cause) => (ofPeople.has(cause) ? sum + partsMs[cause] : sum),
    0,
  );
  return { people: people / all, machines: 1 - people / all };
}

export type Stretch = { readonly fromMs: number; readonly toMs: number };
export type Held = Stretch & { readonly cause: Exclude<DelayCause, "person"> };

const isInside = (stretch: Stretch, fromMs: number) =>
  stretch.fromMs <= fromMs && fromMs < stretch.toMs;

function causeAt(held: readonly Held[], atMs: number): DelayCause {
  const now = held.filter((each) => isInside(each, atMs)).map(({ cause }) => cause);
  return delayCauses.find((cause) => cause !== "person" && now.includes(cause)) ?? "person";
}

/**
 * Where the counted time of a promise went. Every moment has exactly one cause, and what nothing
 * held up was waiting for a person, so the parts add up to the whole to the millisecond.
 * @param counted the stretches that count, without overlap
 */
export function whereItWent(counted: readonly Stretch[], held: readonly Held[]): DelayParts {
  const sums = { mail: 0, queue: 0, slowness: 0, routing: 0, person: 0 };
  for (const { fromMs, toMs } of counted) {
    if (toMs <= fromMs) continue;
    const edges = held
      .flatMap((each) => [each.fromMs, each.toMs])
      .filter((edge) => edge > fromMs && edge < toMs);
    const cuts = [...new Set([fromMs, ...edges, toMs])].sort((a, b) => a - b);
    cuts.slice(1).forEach((cut, index) => {
      const start = cuts[index] ?? cut;
      sums[causeAt(held, start)] += cut - start;
    });
  }
  return sums;
}
