import { overdueHeld, releaseHeld } from "@/modules/conversations";
import { nowMs } from "@/platform/clock";
import { limits } from "@/platform/limits";
import { addJob, ask } from "@/platform/queues";

/** A held reply whose job the queue lost is asked for again; the row is the truth. */
export async function releaseOverdue(): Promise<void> {
  const overdue = await overdueHeld(new Date(nowMs() - limits.heldGraceMs));
  for (const held of overdue) {
    const again = ask(releaseHeld, held);
    await addJob({ ...again, id: `${again.id}-again-${Math.floor(nowMs() / limits.heldSweepMs)}` });
  }
}
