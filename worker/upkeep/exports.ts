import { makeExport, unfinishedExports } from "@/modules/privacy";
import { nowMs } from "@/platform/clock";
import { limits } from "@/platform/limits";
import { addJob, ask } from "@/platform/queues";

/** A copy of somebody's data whose job was lost is made all the same; the row is the truth. */
export async function makeWaitingExports(): Promise<void> {
  for (const { id } of await unfinishedExports(new Date(nowMs() - limits.republishAfterMs))) {
    const again = ask(makeExport, { exportId: id });
    const turn = Math.floor(nowMs() / limits.bulkResumeMs);
    await addJob({ ...again, id: `${again.id}-again-${turn}` });
  }
}
