import { monotonicMs } from "@/platform/clock";
import { pools, run, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { processShared } from "@/platform/process";

export const outboxChannel = "outbox";

/**
 * Wakes the relay: at once after a quiet moment, and then one notify per process for all commits of
 * a few milliseconds (a notify inside each transaction queues the commits behind each other). The
 * relay's poll is the net.
 */
export function noticeCommit(): void {
  const state = processShared("outbox-notice", () => ({
    waiting: false,
    lastMs: Number.NEGATIVE_INFINITY,
  }));
  if (state.waiting) return;
  state.waiting = true;
  const quietMs = monotonicMs() - state.lastMs;
  setTimeout(
    () => {
      state.waiting = false;
      state.lastMs = monotonicMs();
      run(pools().write, sql`select pg_notify(${outboxChannel}, '')`).catch(() => undefined);
    },
    Math.max(0, limits.relayNotifyCoalesceMs - quietMs),
  ).unref();
}
