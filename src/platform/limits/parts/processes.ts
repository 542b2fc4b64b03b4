/** How processes start, report and end. */
export const processes = {
  drainMsMax: 20_000,
  /** Two looks at our health, a second apart, and the time that they take. */
  proxyLooksAwayMs: 3_000,
  readyCheckMsMax: 2_000,
  certificateWarningMs: 21 * 24 * 3_600_000,
  certificateCriticalMs: 7 * 24 * 3_600_000,
  /** Each look wakes a process that has nothing to do: a stall of a tenth of a second is still seen. */
  eventLoopProbeMs: 50,
  eventLoopSeldomMs: 1_000,
  processReportMs: 5_000,
  processStaleMs: 15_000,
  processForgottenMs: 3_600_000,
  eventLoopDelayMsMax: 1_000,
  eventLoopCalmMs: 3_000,
  valkeyReconnectMsMax: 2_000,
  valkeyReconnectStepMs: 50,
  valkeyFailoverStepMs: 200,
  /** So deep a log follows what caused what, and so many of several faults it names. */
  loggedCausesDepthMax: 5,
  loggedErrorsMax: 3,
} as const;
