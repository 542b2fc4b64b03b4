import { rollUpMeasures } from "@/modules/capacity";
import { nowMs } from "@/platform/clock";
import { limits } from "@/platform/limits";
import { forgetSamples } from "@/platform/measuring";
import { addJob, ask } from "@/platform/queues";

const spansAgain = 3;

/**
 * Asks for the last whole minutes and hours to be added up, a few again for what came late or was
 * lost with the queue; what is asked for twice is one job.
 */
export async function rollUpLatest(): Promise<void> {
  for (const spanSeconds of [60, 3_600] as const) {
    const spanMs = spanSeconds * 1_000;
    // An hour waits for its last minute, which waits for its last ten seconds.
    const lateMs = limits.metricRollUpLateMs * (spanSeconds === 60 ? 1 : 6);
    const last = Math.floor((nowMs() - lateMs) / spanMs) * spanMs;
    for (let back = 0; back < spansAgain; back += 1)
      await addJob(ask(rollUpMeasures, { spanSeconds, endMs: last - back * spanMs }));
  }
}

/** Fine spans go first, hours stay more than a year. */
export async function forgetOldMeasures(): Promise<void> {
  await forgetSamples(10, nowMs() - limits.metricSpanKeepMs);
  await forgetSamples(60, nowMs() - limits.metricMinuteKeepMs);
  await forgetSamples(3_600, nowMs() - limits.metricHourKeepMs);
}
