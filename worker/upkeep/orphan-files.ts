import { removeOrphanUploads } from "@/modules/files";
import { nowMs } from "@/platform/clock";
import { addJob, ask } from "@/platform/queues";

const hourMs = 3_600_000;

export async function removeOrphanFiles(): Promise<void> {
  await addJob(ask(removeOrphanUploads, { hour: Math.floor(nowMs() / hourMs) }));
}
