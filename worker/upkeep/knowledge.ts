import { publishScheduled, somethingIsDue } from "@/modules/knowledge";
import { now, nowMs } from "@/platform/clock";
import { limits } from "@/platform/limits";
import { addJob, ask } from "@/platform/queues";

/** Articles come out at their time; the rows are the truth, the queue only does the work. */
export async function publishScheduledArticles(): Promise<void> {
  const slot = Math.floor(nowMs() / limits.kbPublishSweepMs);
  if (await somethingIsDue(now())) await addJob(ask(publishScheduled, { slot }));
}
