/** What a server takes, and how long it waits. */
export const requests = {
  requestBodyBytesMax: 1024 * 1024,
  requestJsonDepthMax: 32,
  batchCallsMax: 20,
  requestDeadlineMs: 15_000,
  urlBytesMax: 16 * 1024,
  headerBytesMax: 32 * 1024,
  headersWaitMsMax: 10_000,
  bodyWaitMsMax: 10 * 60_000,
  keepAliveMs: 65_000,
  lingerMsMax: 5_000,
  problemsShownMax: 20,
  procedureNameCharsMax: 100,
  rateWindowMs: 60_000,
  ratePointsAnonymousMax: 600,
  ratePointsCustomerMax: 600,
  ratePointsAgentMax: 2_400,
  recentCallersMax: 10_000,
  /** How often the page of an outage tries again by itself. */
  awayPageAgainMs: 5_000,
} as const;
