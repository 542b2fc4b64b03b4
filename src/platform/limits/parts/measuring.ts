/** Measurements and how long they are kept. */
export const measuring = {
  metricSpanMs: 10_000,
  /** What a watch of upkeep read longer ago is no reading of now. */
  upkeepReadingMsMax: 120_000,
  poolLookMs: 500,
  metricRowsWriteMax: 500,
  /** After a start nobody waits for a whole span to see that something is measured. */
  metricFirstMs: 2_000,
  metricRowsReadMax: 200_000,
  metricSpanKeepMs: 26 * 3_600_000,
  metricMinuteKeepMs: 8 * 24 * 3_600_000,
  metricHourKeepMs: 400 * 24 * 3_600_000,
  metricRollUpLateMs: 30_000,
} as const;
