/** What watches over an installation: probes, incidents, notices, slow calls. */
export const watching = {
  incidentLookMs: 30_000,
  incidentSweepMs: 5_000,
  incidentPageRows: 50,
  incidentEntriesShownMax: 200,
  incidentEntryCharsMax: 2_000,
  incidentsKeepMs: 400 * 24 * 3_600_000,
  outboxAgeWarningMs: 10_000,
  outboxAgeCriticalMs: 60_000,
  clockAheadMsMax: 30_000,
  measureStaleMs: 60_000,
  noticeSweepMs: 5_000,
  noticesShownMax: 20,
  noticesKeepMs: 30 * 24 * 3_600_000,
  failedJobsShownMax: 50,
  failureReasonCharsMax: 300,
  /** The smallest founding budget: what is faster is slow to nobody. */
  slowCallMs: 50,
  slowCallSpansCount: 6,
  slowCallTextCharsMax: 20_000,
  slowCallsKeepMs: 3 * 24 * 3_600_000,
  slowCallsShownMax: 100,
  probeMs: 5_000,
  probeMsMax: 4_000,
  /** How long a web that starts beside its worker may take, in looks. */
  probeStartLooksCount: 6,
  /** A customer's whole way once a minute. */
  probeLooksPerJourneyCount: 12,
  probeTicketKeepMs: 3_600_000,
  probeForgetRows: 200,
  echoEveryDeliveriesCount: 10,
  echoMsMax: 5_000,
} as const;
