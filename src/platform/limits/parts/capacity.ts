/** Forecasts, plans, load runs, and what is scaled by them. */
export const capacity = {
  /** A fit walks all of them some thousand times. */
  fitPointsMax: 10_000,
  surgeTendMs: 5_000,
  surgeReadMs: 2_000,
  surgeWindowMs: 30_000,
  surgeAnswersMin: 50,
  /** Longer than a few looks of the worker that says it, so that a slow one does not end it. */
  surgeKeepMs: 60_000,
  surgeForgetMs: 30_000,
  surgeByHandMinutesMax: 24 * 60,
  figureReasonCharsMax: 300,
  figureKeyCharsMax: 60,
  figureVersionsShownMax: 20,
  scalingReasonCharsMax: 300,
  scalingDecisionMs: 30_000,
  scalingSuperviseMs: 5_000,
  scalingDecisionsKeepMs: 3 * 24 * 3_600_000,
  scalingVersionsShownMax: 20,
  /** Forecasts look back this far, in spans that are counted by one statement each. */
  arrivalsKeepMs: 400 * 24 * 3_600_000,
  arrivalsSpanMs: 28 * 24 * 3_600_000,
  arrivalsAgainMs: 3 * 24 * 3_600_000,
  arrivalsSweepMs: 10 * 60_000,
  arrivalHoursRowsMax: 9_600,
  /** First replies of this long ago still tell how long one takes; of many tickets a sample does. */
  weatherLookBackMs: 56 * 24 * 3_600_000,
  weatherSampleRows: 6_000,
  weatherSweepMs: 5 * 60_000,
  weatherFreshMs: 30 * 60_000,
  weatherQueuesMax: 201,
  /** Where the minutes of late promises went: over how long it is told, and how many are read in a go. */
  lateLookBackMs: 7 * 24 * 3_600_000,
  lateSweepMs: 5 * 60_000,
  lateBatchRows: 100,
  lateRowsMax: 50_000,
  /** As many plans, and as many load reports, as a page lists. */
  plansMax: 50,
  planNameCharsMax: 80,
  planAddressCharsMax: 2_000,
  loadReportCharsMax: 500_000,
  loadReportMadeOnCharsMax: 200,
  /** How often who supervises looks for a run of the load lab, and says how far it is. */
  loadRunLookMs: 2_000,
  loadRunSilentMs: 30_000,
  loadRunTakenMs: 60_000,
  loadRunMsMax: 3 * 3_600_000,
  loadRunStopMs: 30_000,
  loadRunSaysCharsMax: 500,
  loadRunsShownMax: 50,
  loadRunWindowsMax: 400,
  /** Up to so many tickets are counted one by one; beyond, the planner's figure is near enough. */
  ticketsCountedMax: 100_000,
} as const;
