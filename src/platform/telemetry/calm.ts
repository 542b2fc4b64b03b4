import { monotonicMs } from "@/platform/clock";
import { limits } from "@/platform/limits";

export type Calm = {
  /** @throws while the event loop has lately been late by more than it may be. */
  check: () => Promise<void>;
  stop: () => void;
};

/**
 * Watches how late timers are. A process whose event loop stands still for longer than the limit
 * answers nobody in time: it says that it is not ready, until it has kept time for a while, and the
 * proxy asks others meanwhile.
 */
export function watchCalm(
  delayMsMax: number = limits.eventLoopDelayMsMax,
  calmMs: number = limits.eventLoopCalmMs,
): Calm {
  let expectedMs = monotonicMs() + limits.eventLoopProbeMs;
  let lateMs = 0;
  let lateAtMs = Number.NEGATIVE_INFINITY;
  const look = () => {
    const atMs = monotonicMs();
    const delayMs = atMs - expectedMs;
    if (delayMs > delayMsMax) {
      lateMs = delayMs;
      lateAtMs = atMs;
    }
    expectedMs = atMs + limits.eventLoopProbeMs;
  };
  const timer = setInterval(look, limits.eventLoopProbeMs);
  timer.unref();
  return {
    check: async () => {
      const isLate = monotonicMs() - lateAtMs < calmMs;
      if (isLate) throw new Error(`the event loop stood still for ${Math.round(lateMs)} ms`);
    },
    stop: () => clearInterval(timer),
  };
}
