import type { LabWindow } from "@/modules/capacity";
import { percentile } from "../bench/percentile";
import type { Sample } from "./broke";
import type { Reading } from "./statistics";

const finite = (value: number) => (Number.isFinite(value) ? value : null);

function busiestOf({ cpu }: Sample): LabWindow["busiest"] {
  const [most] = Object.entries(cpu)
    .filter(([name]) => name !== "load")
    .sort(([, a], [, b]) => b - a);
  return most === undefined ? null : { name: most[0], cores: most[1] };
}

/** What a run was like between two samples, by what was answered between them. */
export function windowOf(
  readings: readonly Reading[],
  sample: Sample,
  { startMs, fromMs, visitors }: { startMs: number; fromMs: number; visitors: number },
): LabWindow {
  const times = readings.map(({ ms }) => ms).sort((a, b) => a - b);
  return {
    seconds: (sample.atMs - startMs) / 1_000,
    // What was answered in between is of those who were there at its beginning and at its end.
    visitors: Math.round((visitors + sample.visitors) / 2),
    perSecond: readings.length / Math.max(0.001, (sample.atMs - fromMs) / 1_000),
    failed: readings.filter(({ failed }) => failed).length,
    msP50: finite(percentile(times, 0.5)),
    msP95: finite(percentile(times, 0.95)),
    busiest: busiestOf(sample),
  };
}
