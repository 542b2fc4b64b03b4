import type { Job } from "bullmq";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { isStoreOutage } from "@/platform/valkey";
import { queueOf } from "./producer";
import type { QueueName } from "./registry";

export type FailedJob = {
  id: string;
  name: string;
  attempts: number;
  /** The first line of the reason, with addresses taken out. */
  reason: string;
  failedAtMs: number;
};

const address = /[\w.+-]+@[\w-]+\.[\w.-]+/g;

const failedOf = (job: Job): FailedJob => ({
  id: job.id ?? "",
  name: job.name,
  attempts: job.attemptsMade,
  reason: (job.failedReason.split("\n")[0] ?? "")
    .replaceAll(address, "…")
    .slice(0, limits.failureReasonCharsMax),
  failedAtMs: job.finishedOn ?? job.timestamp,
});

async function atStore<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    if (isStoreOutage(cause)) throw new AppError("queue_unavailable", { cause });
    throw cause;
  }
}

/** The newest failed jobs of a queue. */
export function failedJobs(queue: QueueName): Promise<FailedJob[]> {
  return atStore(async () => {
    const jobs = await queueOf(queue).getJobs("failed", 0, limits.failedJobsShownMax - 1);
    return jobs.map(failedOf);
  });
}

export type QueueVerb = "pause" | "resume" | "retry" | "remove";

/** Does to a queue what an operator asks; without a job, retry and remove are for all failed ones. */
export function operate(queue: QueueName, verb: QueueVerb, jobId: string | null): Promise<number> {
  return atStore(async () => {
    const at = queueOf(queue);
    if (verb === "pause") await at.pause();
    if (verb === "resume") await at.resume();
    if (verb === "pause" || verb === "resume") return 0;
    const one = jobId === null ? null : await at.getJob(jobId);
    const jobs =
      jobId === null
        ? await at.getJobs("failed", 0, limits.failedJobsShownMax - 1)
        : one === undefined || one === null
          ? []
          : [one];
    let done = 0;
    // Whoever comes second, or looks at an old page, finds nothing that has failed: that is no fault.
    for (const job of jobs)
      if (await job.isFailed()) {
        await (verb === "retry" ? job.retry("failed") : job.remove());
        done += 1;
      }
    return done;
  });
}
