import * as z from "zod";
import { limits } from "@/platform/limits";
import { queueOf } from "./producer";
import { isQueueName, queues } from "./registry";

const carriesEvent = z.object({ payload: z.object({ event: z.unknown() }) });
const states = ["completed", "failed", "waiting", "prioritized", "delayed"] as const;

/**
 * Takes jobs that carry an event of some tickets out of the queues, done or not. Those that were
 * not done are asked for again from the database, as it is now.
 */
export async function scrubJobs(ticketIds: readonly string[]): Promise<number> {
  let removed = 0;
  for (const name of Object.keys(queues).filter(isQueueName))
    for (const state of states) {
      let start = 0;
      for (;;) {
        const jobs = await queueOf(name).getJobs(
          [state],
          start,
          start + limits.scrubBatchCount - 1,
        );
        const hits = jobs.filter((job) => {
          const data = carriesEvent.safeParse(job?.data);
          if (!data.success) return false;
          const told = JSON.stringify(data.data.payload.event) ?? "";
          return ticketIds.some((ticketId) => told.includes(ticketId));
        });
        await Promise.all(hits.map((job) => job.remove()));
        removed += hits.length;
        if (jobs.length < limits.scrubBatchCount) break;
        // What was removed made the rest move up.
        start += jobs.length - hits.length;
      }
    }
  return removed;
}
