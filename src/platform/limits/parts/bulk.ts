/** Many tickets at once: bulk actions, handovers, exports. */
export const bulk = {
  handoverBatchRows: 100,
  handoverResumeMs: 60_000,
  exportEveryMs: 24 * 3_600_000,
  exportKeepMs: 7 * 24 * 3_600_000,
  exportPageRows: 20,
  exportMessagesPerRequestMax: 2_000,
  exportBytesMax: 50 * 1_024 * 1_024,
  namesAskedMax: 200,
  bulkTicketsMax: 50_000,
  bulkBatchRows: 50,
  /** A bulk action goes on when no more events than these wait to be told, or after so long. */
  bulkEventsAheadMax: 200,
  bulkWaitMs: 50,
  bulkWaitMsMax: 2_000,
  bulkResumeMs: 60_000,
  bulkUndoMs: 24 * 3_600_000,
  bulkListedMax: 10,
  bulkFailuresListedMax: 200,
  bulkTagsMax: 10,
  ticketTagsMax: 30,
} as const;
