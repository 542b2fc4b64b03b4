/**
 * When surge mode begins: the founding thresholds of response time and pool, and event loops so
 * late that half of a 100 ms budget, or all of the 500 ms one, is gone before a request is read.
 */
export const budgetSurge = {
  responseMsP95: { busy: 300, overloaded: 500 },
  loopDelayMs: { busy: 150, overloaded: 500 },
  poolShare: { busy: 0.8, overloaded: 0.95 },
  raiseAfterMs: 15_000,
  calmAfterMs: 60_000,
} as const;
