import { type IntervalHistogram, monitorEventLoopDelay } from "node:perf_hooks";
import { limits } from "@/platform/limits";
import { processShared } from "@/platform/process";

const nanosecondsPerMs = 1_000_000;

const watch = (): IntervalHistogram =>
  processShared("event-loop-delay", () => {
    const histogram = monitorEventLoopDelay({ resolution: limits.eventLoopProbeMs });
    histogram.enable();
    return histogram;
  });

/** How late timers were since the last call, in milliseconds; the watch starts with the first. */
export function eventLoopDelaySinceLast(): { delayMsP99: number; delayMsMax: number } {
  const histogram = watch();
  const beyondResolution = (nanoseconds: number) =>
    Math.max(0, nanoseconds / nanosecondsPerMs - limits.eventLoopProbeMs);
  const counted = histogram.count > 0;
  const delay = {
    delayMsP99: counted ? beyondResolution(histogram.percentile(99)) : 0,
    delayMsMax: counted ? beyondResolution(histogram.max) : 0,
  };
  histogram.reset();
  return delay;
}
