import { limits } from "@/platform/limits";
import { log } from "@/platform/log";
import { isStoreOutage } from "@/platform/valkey";
import { jobDataSchema, type Processor } from "./job";
import { queueOf } from "./producer";

/**
 * What a worker of another version refused for good, and can be done here, is tried again: while an
 * installation is upgraded, or when it went back, nobody has to look for such jobs by hand.
 */
export async function tryRefusedAgain(processors: readonly Processor[]): Promise<number> {
  const byName = new Map(processors.map((processor) => [processor.name, processor]));
  let tried = 0;
  for (const queue of new Set(processors.map((processor) => processor.queue))) {
    const failed = await queueOf(queue).getFailed(0, limits.refusedJobsReadMax - 1);
    for (const job of failed) {
      if (!job?.failedReason?.startsWith("job_version_unknown")) continue;
      const data = jobDataSchema.safeParse(job.data);
      if (!data.success || byName.get(job.name)?.reads(data.data) !== true) continue;
      try {
        await job.retry("failed");
        tried += 1;
        log().info({ queue, job: job.name, id: job.id }, "a job that was refused is tried again");
      } catch (thrown) {
        // Another worker was faster.
        if (isStoreOutage(thrown)) throw thrown;
      }
    }
  }
  return tried;
}
