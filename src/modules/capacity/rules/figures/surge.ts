/**
 * When surge mode begins, beside the indicators' thresholds of response time and pool: event loops so
 * late that half of a 100 ms budget, or all of the 500 ms one, is gone before a request is read.
 */
export const budgetSurge = {
  loopDelayMs: { busy: 150, overloaded: 500 },
  raiseAfterMs: 15_000,
  calmAfterMs: 60_000,
} as const;
