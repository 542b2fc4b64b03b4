/** Queues and their jobs. */
export const jobs = {
  jobLockMs: 5_000,
  jobStalledCheckMs: 2_000,
  /** So often, and for so long, a job of a newer version is kept for a worker that knows it. */
  newerJobAgainMs: 1_000,
  newerJobMsMax: 3_600_000,
  /** So often it is looked at whether a job that another version refused can be done here. */
  refusedSweepMs: 20_000,
  refusedJobsReadMax: 200,
  queueAnswerMsMax: 12_000,
  jobsKeptDoneMax: 1_000,
  jobsKeptFailedMax: 5_000,
} as const;
