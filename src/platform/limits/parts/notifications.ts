/** What people are told, and for how long it is kept. */
export const notifications = {
  awayMsMax: 366 * 24 * 3_600_000,
  notifiedPerEventMax: 500,
  notificationPageRows: 50,
  notificationsPerTriageMax: 50,
  unreadCountMax: 1_000,
  lettersPerMailMax: 500,
  digestTicketsMax: 50,
  notificationSweepMax: 200,
  letterSweepMs: 15_000,
  lettersKeepMs: 14 * 24 * 3_600_000,
  snoozeSweepMs: 5_000,
  /** How long what was dealt with can still be brought back. */
  doneKeepMs: 90 * 24 * 3_600_000,
} as const;
