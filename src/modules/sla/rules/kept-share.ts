import type { ClockReading, Clocks } from "./clock";
import { type Metric, metrics } from "./metrics";

export interface Kept {
  readonly met: number;
  /** Met or broken; what still runs has decided nothing. */
  readonly decided: number;
}

export type KeptByMetric = Readonly<Record<Metric, Kept>>;

const none: Kept = { met: 0, decided: 0 };

function withReading(kept: Kept, reading: ClockReading | null): Kept {
  if (reading === null || (reading.state !== "met" && reading.state !== "breached")) return kept;
  return { met: kept.met + (reading.state === "met" ? 1 : 0), decided: kept.decided + 1 };
}

/** How many promises were kept, of those that are decided. */
export function keptOf(tickets: Iterable<Clocks>): KeptByMetric {
  let sums: Record<Metric, Kept> = { firstResponse: none, nextResponse: none, resolution: none };
  for (const clocks of tickets)
    for (const metric of metrics)
      sums = { ...sums, [metric]: withReading(sums[metric], clocks[metric]) };
  return sums;
}

/** Of all three together, between 0 and 1; null where nothing is decided. */
export function keptShare(kept: KeptByMetric): number | null {
  const met = metrics.reduce((sum, metric) => sum + kept[metric].met, 0);
  const decided = metrics.reduce((sum, metric) => sum + kept[metric].decided, 0);
  return decided === 0 ? null : met / decided;
}
