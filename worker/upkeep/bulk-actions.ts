import { runBulk, unfinishedActions } from "@/modules/bulk";
import { nowMs } from "@/platform/clock";
import { limits } from "@/platform/limits";
import { bulkRequestId } from "@/platform/outbox";
import { addJob, ask } from "@/platform/queues";

/** A bulk action whose job was lost or has failed goes on where it stands; the rows are the truth. */
export async function resumeBulkActions(): Promise<void> {
  for (const { id } of await unfinishedActions(new Date(nowMs() - limits.republishAfterMs))) {
    const again = ask(runBulk, { actionId: id }, { requestId: bulkRequestId(id) });
    const turn = Math.floor(nowMs() / limits.bulkResumeMs);
    await addJob({ ...again, id: `${again.id}-again-${turn}` });
  }
}
