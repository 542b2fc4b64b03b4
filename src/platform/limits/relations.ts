import type { Limits } from "./index";

type Relation = { says: string; holds: boolean };

const holds = (says: string, condition: boolean): Relation => ({ says, holds: condition });

/** What must be true between the limits, whoever edits one of them. */
export function relations(l: Limits): Relation[] {
  return [
    holds(
      "all client pools together fit the pooler (webReplicasMax x (webPoolMax + searchPoolMax) + workers + realtime <= poolerClientConnectionsMax)",
      l.webReplicasMax * l.webPoolMax +
        l.webReplicasMax * l.searchPoolMax +
        l.workerReplicasMax * l.workerPoolMax +
        l.realtimeReplicasMax * l.realtimePoolMax <=
        l.poolerClientConnectionsMax,
    ),
    holds(
      "the pooler's server connections fit the primary (poolerServerConnectionsMax < primaryConnectionsMax)",
      l.poolerServerConnectionsMax < l.primaryConnectionsMax,
    ),
    holds(
      "one pool of the pooler fits its server connections (poolerDefaultPoolMax <= poolerServerConnectionsMax)",
      l.poolerDefaultPoolMax <= l.poolerServerConnectionsMax,
    ),
    holds(
      "a dead replica is left out within a second (replicaProbeMs + replicaProbeMsMax <= 1000)",
      l.replicaProbeMs + l.replicaProbeMsMax <= 1_000,
    ),
    holds(
      "a replica that lags is left out within a second (replicaProbeMs + replicaLagMsMax <= 1000)",
      l.replicaProbeMs + l.replicaLagMsMax <= 1_000,
    ),
    holds(
      "own writes are remembered until no replica in use can miss them (ownWritesKeepMs > replicaLagMsMax x 4)",
      l.ownWritesKeepMs > l.replicaLagMsMax * 4,
    ),
    holds(
      "a certificate warns before it is critical (certificateWarningMs > certificateCriticalMs)",
      l.certificateWarningMs > l.certificateCriticalMs,
    ),
    holds(
      "a job's lock outlives two checks for stalled jobs (jobLockMs >= jobStalledCheckMs x 2)",
      l.jobLockMs >= l.jobStalledCheckMs * 2,
    ),
    holds(
      "one lost heartbeat alone does not reconnect anyone (silenceMsMax > heartbeatMs)",
      l.silenceMsMax > l.heartbeatMs,
    ),
    holds(
      "a statement ends before its request's deadline (statementMsMax < requestDeadlineMs)",
      l.statementMsMax < l.requestDeadlineMs,
    ),
    holds(
      "a reply that waits has a partition to lie in (sendLaterMsMax <= partitionsAheadMin x 28 days)",
      l.sendLaterMsMax <= l.partitionsAheadMin * 28 * 24 * 3_600_000,
    ),
    holds(
      "search leaves most connections to everything else (searchPoolMax x 2 < webPoolMax)",
      l.searchPoolMax * 2 < l.webPoolMax,
    ),
    holds(
      "a search gives up long before any other statement (searchStatementMsMax x 2 < statementMsMax)",
      l.searchStatementMsMax * 2 < l.statementMsMax,
    ),
    holds(
      "a search that waits and then runs ends before its request (searchWaitMsMax + searchStatementMsMax < requestDeadlineMs)",
      l.searchWaitMsMax + l.searchStatementMsMax < l.requestDeadlineMs,
    ),
    holds(
      "a search loses its patience before it is stopped (searchPatienceMs < searchStatementMsMax)",
      l.searchPatienceMs < l.searchStatementMsMax,
    ),
    holds(
      "a page of search is chosen from more than it shows (searchHitsMax > searchPageRows)",
      l.searchHitsMax > l.searchPageRows,
    ),
    holds(
      "all that people write can be searched (searchedCharsMax >= bodyCharsMax)",
      l.searchedCharsMax >= l.bodyCharsMax,
    ),
    holds(
      "what was read before a clearing is never kept after it (cacheHoldMs > statementMsMax)",
      l.cacheHoldMs > l.statementMsMax,
    ),
    holds(
      "a page of articles is chosen from more than it shows (kbCandidateRows > kbFoundRows)",
      l.kbCandidateRows > l.kbFoundRows && l.kbProbeHitsMax > l.kbFoundRows,
    ),
    holds(
      "a drain outlasts the proxy's last look and a request (drainMsMax > proxyLooksAwayMs + requestDeadlineMs)",
      l.drainMsMax > l.proxyLooksAwayMs + l.requestDeadlineMs,
    ),
    holds(
      "a process is stale only after two missed reports (processStaleMs > processReportMs x 2)",
      l.processStaleMs > l.processReportMs * 2,
    ),
    holds(
      "a catch-up fits the event log (catchUpEventsMax <= eventLogRowsMax)",
      l.catchUpEventsMax <= l.eventLogRowsMax,
    ),
    holds(
      "a message's text fits a request (bodyCharsMax x 4 <= requestBodyBytesMax)",
      l.bodyCharsMax * 4 <= l.requestBodyBytesMax,
    ),
    holds(
      "a cookie outlives the session that it names (sessionCookieMs > sessionIdleMs)",
      l.sessionCookieMs > l.sessionIdleMs,
    ),
    holds(
      "what may be published again is still known as done (effectsKeepMs > outboxKeepMs)",
      l.effectsKeepMs > l.outboxKeepMs,
    ),
    holds(
      "an event outlives the time in which it may be caught up on (outboxKeepMs >= eventLogMs)",
      l.outboxKeepMs >= l.eventLogMs,
    ),
    holds(
      "a change that waits for another gives up before its request does (lockMsMax < requestDeadlineMs)",
      l.lockMsMax < l.requestDeadlineMs,
    ),
    holds(
      "looking for what falls due leaves the queue's founding limit to others (slaDueJobsPerSweepMax x 1,000 / slaSweepMs <= 50)",
      (l.slaDueJobsPerSweepMax * 1_000) / l.slaSweepMs <= 50,
    ),
    holds(
      "a slice of recomputing ends before its job does (slaRecomputeSliceMs <= 20,000)",
      l.slaRecomputeSliceMs <= 20_000,
    ),
    holds(
      "a lost heartbeat is noticed before a server drops the socket (silenceMsMax < socketPingTimeoutMs)",
      l.silenceMsMax < l.socketPingTimeoutMs,
    ),
    holds(
      "a ticket closes by itself only when no reply reopens it any more (autoCloseMs >= reopenWindowMs)",
      l.autoCloseMs >= l.reopenWindowMs,
    ),
    holds(
      "undo is shorter than the wait that a person would notice (holdSecondsMax <= 120)",
      l.holdSecondsMax <= 120,
    ),
  ];
}
