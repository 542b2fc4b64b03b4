import * as z from "zod";
import { limits } from "@/platform/limits";
import { queueOf } from "./producer";
import { isQueueName, type QueueName, queues } from "./registry";

const carriesEvent = z.object({ payload: z.object({ event: z.unknown() }) });

/**
 * In the order in which jobs go through them, so that one that moves on meanwhile is met further down;
 * what runs is looked at twice, because it may go back to wait for another attempt.
 */
const states = [
  "active",
  "delayed",
  "prioritized",
  "waiting",
  "active",
  "completed",
  "failed",
] as const;

/** Looks through the jobs of one state; what runs cannot be taken away and is counted. */
async function scrubState(
  name: QueueName,
  state: (typeof states)[number],
  ticketIds: readonly string[],
): Promise<{ removed: number; running: number }> {
  let removed = 0;
  let running = 0;
  for (let start = 0; ; ) {
    const jobs = await queueOf(name).getJobs([state], start, start + limits.scrubBatchCount - 1);
    const hits = jobs.filter((job) => {
      const data = carriesEvent.safeParse(job?.data);
      if (!data.success) return false;
      const told = JSON.stringify(data.data.payload.event) ?? "";
      return ticketIds.some((ticketId) => told.includes(ticketId));
    });
    const gone = await Promise.all(
      // A worker that took one up since holds it.
      hits.map((job) =>
        state === "active"
          ? false
          : job.remove().then(
              () => true,
              () => false,
            ),
      ),
    );
    const taken = gone.filter(Boolean).length;
    removed += taken;
    running += hits.length - taken;
    if (jobs.length < limits.scrubBatchCount) return { removed, running };
    // What was removed made the rest move up.
    start += jobs.length - taken;
  }
}

/**
 * Takes jobs that carry an event of some tickets out of the queues, done or not. Those that were
 * not done are asked for again from the database, as it is now. A job that runs cannot be taken out,
 * and is kept with what it carries when it is done: while there are such, whoever asks has to ask again.
 */
export async function scrubJobs(
  ticketIds: readonly string[],
): Promise<{ removed: number; running: number }> {
  const sum = { removed: 0, running: 0 };
  for (const name of Object.keys(queues).filter(isQueueName))
    for (const state of states) {
      const { removed, running } = await scrubState(name, state, ticketIds);
      sum.removed += removed;
      sum.running += running;
    }
  return sum;
}
