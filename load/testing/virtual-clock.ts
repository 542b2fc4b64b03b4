import type { Clock } from "../run/clock";

/** A clock that stands still until everybody waits, and then goes on to the next who is due. */
export function virtualClock(): Clock & { runUntilIdle: () => Promise<void> } {
  let nowMs = 0;
  const waiting: { atMs: number; wake: () => void }[] = [];
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return {
    nowMs: () => nowMs,
    sleep: (ms) =>
      new Promise<void>((resolve) =>
        waiting.push({ atMs: nowMs + Math.max(0, ms), wake: resolve }),
      ),
    runUntilIdle: async () => {
      for (;;) {
        await settled();
        waiting.sort((a, b) => a.atMs - b.atMs);
        const next = waiting.shift();
        if (next === undefined) return;
        nowMs = next.atMs;
        next.wake();
      }
    },
  };
}
