import type { Random } from "../random";
import { hoursOf, shareOut } from "../shape";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const activeShare = 0.02;
/** Even of the newest questions some are answered at once. */
const activeMost = 0.92;

export type Arrival = { atMs: number; active: boolean };

/** How long work lies on average, so that the wanted share of all tickets is active now. */
function lingering(ages: readonly { ageMs: number; count: number }[], wanted: number): number {
  const active = (scaleMs: number) =>
    ages.reduce(
      (sum, { ageMs, count }) => sum + count * activeMost * Math.exp(-ageMs / scaleMs),
      0,
    );
  let [low, high] = [hourMs / 10, 4_000 * dayMs];
  for (let round = 0; round < 60; round += 1) {
    const middle = (low + high) / 2;
    if (active(middle) < wanted) low = middle;
    else high = middle;
  }
  return low;
}

/** The moments at which tickets come in over a span of time, oldest first. */
export function* arrivals(
  random: Random,
  { tickets, fromMs, untilMs }: { tickets: number; fromMs: number; untilMs: number },
): Generator<Arrival> {
  const hours = hoursOf(fromMs, untilMs, 0.35);
  const counts = shareOut(hours, tickets);
  const ages = hours.map(({ atMs }, index) => ({
    ageMs: Math.max(0, untilMs - atMs - hourMs / 2),
    count: counts[index] ?? 0,
  }));
  const scaleMs = lingering(ages, tickets * activeShare);
  for (const [index, hour] of hours.entries()) {
    const startMs = Math.max(hour.atMs, fromMs);
    const lengthMs = Math.min(hour.atMs + hourMs, untilMs) - startMs;
    const moments = Array.from({ length: counts[index] ?? 0 }, () =>
      Math.floor(startMs + random.next() * lengthMs),
    ).sort((one, other) => one - other);
    for (const atMs of moments) {
      const active = random.chance(activeMost * Math.exp(-(untilMs - atMs) / scaleMs));
      yield { atMs, active };
    }
  }
}
