import { relations } from "./relations";

/** Every number that bounds something, once, with its unit in the name. */
export const limits = {
  // People write
  subjectCharsMax: 200,
  bodyCharsMax: 100_000,
  nameCharsMax: 120,
  emailCharsMax: 254,
  passwordCharsMin: 10,
  passwordCharsMax: 128,
  lastWordsCharsMax: 160,
  liveBodyCharsMax: 16_000,
  attachmentBytesMax: 25 * 1024 * 1024,
  attachmentsPerMessageMax: 10,
  unattachedFilesPerPersonMax: 100,
  fileNameCharsMax: 255,
  fileTypeCharsMax: 255,
  uploadUrlMs: 15 * 60_000,
  downloadUrlMs: 5 * 60_000,
  orphanUploadMs: 24 * 3_600_000,
  orphansPerSweepMax: 500,
  storageRequestMsMax: 30_000,
  holdSecondsMax: 120,
  // Requests
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
  // Lists
  ticketPageRows: 50,
  messagePageRows: 50,
  activityPageRows: 50,
  personPageRows: 50,
  viewCountMax: 1000,
  viewsPerPersonMax: 100,
  // Sessions
  sessionIdleMs: 24 * 3_600_000,
  // The longest that browsers keep a cookie; until then each use of a session prolongs it.
  sessionCookieMs: 400 * 24 * 3_600_000,
  sessionsPerPersonMax: 20,
  resetLinkMs: 3_600_000,
  verifyLinkMs: 24 * 3_600_000,
  secretMailsPerAccountMax: 5,
  // Answers that must not tell whether an address exists all take at least this long.
  blindAnswerMsMin: 400,
  authBodyBytesMax: 16 * 1024,
  teamsMax: 200,
  mailboxPageRows: 50,
  setupLinkMs: 3_600_000,
  signInAttemptsPerAccountMax: 10,
  signInAttemptsPerAddressMax: 50,
  signInWindowMs: 15 * 60_000,
  // Database
  webPoolMax: 9,
  workerPoolMax: 9,
  realtimePoolMax: 3,
  webReplicasMax: 10,
  workerReplicasMax: 16,
  realtimeReplicasMax: 10,
  poolerServerConnectionsMax: 100,
  poolerClientConnectionsMax: 1_000,
  primaryConnectionsMax: 150,
  statementMsMax: 10_000,
  lockMsMax: 5_000,
  transactionIdleMsMax: 5_000,
  poolWaitMsMax: 5_000,
  partitionsAheadMin: 2,
  // Outbox and realtime
  relayBatchMax: 200,
  relayPollMs: 500,
  relayNotifyCoalesceMs: 5,
  relayAttemptsMax: 5,
  eventLogRowsMax: 10_000,
  eventLogMs: 3_600_000,
  catchUpEventsMax: 500,
  heartbeatMs: 5_000,
  silenceMsMax: 8_000,
  positionPollMs: 1_000,
  socketsPerServerMax: 10_000,
  roomsPerSocketMax: 50,
  socketPingIntervalMs: 25_000,
  socketPingTimeoutMs: 60_000,
  socketMessageBytesMax: 64 * 1024,
  socketDrainMs: 5_000,
  socketDrainStepMs: 250,
  sessionRecheckMs: 60_000,
  presenceMs: 30_000,
  // Queues
  jobLockMs: 5_000,
  jobStalledCheckMs: 2_000,
  jobsKeptDoneMax: 1_000,
  jobsKeptFailedMax: 5_000,
  // Processes
  drainMsMax: 20_000,
  readyCheckMsMax: 2_000,
  eventLoopProbeMs: 20,
  processReportMs: 5_000,
  processStaleMs: 15_000,
  eventLoopDelayMsMax: 1_000,
  valkeyReconnectMsMax: 2_000,
  valkeyReconnectStepMs: 50,
} as const;

export type Limits = { readonly [Name in keyof typeof limits]: number };

/** The relations that do not hold, in words; a process with any refuses to start. */
export function brokenRelations(numbers: Limits = limits): string[] {
  return relations(numbers)
    .filter((relation) => !relation.holds)
    .map((relation) => relation.says);
}
