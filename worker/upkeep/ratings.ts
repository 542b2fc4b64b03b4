import { askRatings, somebodyToAsk } from "@/modules/satisfaction";
import { now, nowMs } from "@/platform/clock";
import { limits } from "@/platform/limits";
import { addJob, ask } from "@/platform/queues";

/** Those whose tickets were solved a while ago are asked how it went; the rows are the truth. */
export async function askHowItWent(): Promise<void> {
  if (!(await somebodyToAsk(now()))) return;
  await addJob(ask(askRatings, { slot: Math.floor(nowMs() / limits.ratingAskSweepMs) }));
}
