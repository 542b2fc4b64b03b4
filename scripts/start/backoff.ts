const firstMs = 250;
const longestMs = 30_000;
/** A process that came up and was then ended was not its own fault; its work waits for it. */
const longestMsOnceReady = 2_000;
/** Who has run this long is taken to be well again. */
export const wellAfterMs = 60_000;

/** How long to wait before the nth start after an unexpected end (n from 1): doubling, bounded. */
export function backoffMs(attempt: number, { wasReady }: { wasReady: boolean }): number {
  const bound = wasReady ? longestMsOnceReady : longestMs;
  return Math.min(bound, firstMs * 2 ** Math.min(attempt - 1, 16));
}
