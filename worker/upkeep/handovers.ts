import { handOver, unfinishedHandovers } from "@/modules/tickets";
import { nowMs } from "@/platform/clock";
import { limits } from "@/platform/limits";
import { bulkRequestId } from "@/platform/outbox";
import { addJob, ask } from "@/platform/queues";

/** A handover whose job was lost or has failed goes on where it stands; the row is the truth. */
export async function resumeHandovers(): Promise<void> {
  for (const { id } of await unfinishedHandovers(new Date(nowMs() - limits.republishAfterMs))) {
    const again = ask(handOver, { handoverId: id }, { requestId: bulkRequestId(id) });
    const turn = Math.floor(nowMs() / limits.handoverResumeMs);
    await addJob({ ...again, id: `${again.id}-again-${turn}` });
  }
}
