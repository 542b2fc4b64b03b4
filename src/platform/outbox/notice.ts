import { pools, run, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { processShared } from "@/platform/process";

export const outboxChannel = "outbox";

/**
 * Wakes the relay: one notify per process for all commits of a few milliseconds (a notify inside
 * each transaction queues the commits behind each other). The relay's poll is the net.
 */
export function noticeCommit(): void {
  const state = processShared("outbox-notice", () => ({ waiting: false }));
  if (state.waiting) return;
  state.waiting = true;
  setTimeout(() => {
    state.waiting = false;
    run(pools().write, sql`select pg_notify(${outboxChannel}, '')`).catch(() => undefined);
  }, limits.relayNotifyCoalesceMs).unref();
}
