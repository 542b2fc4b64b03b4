import { now } from "@/platform/clock";
import { done, type Processor, processes } from "@/platform/queues";
import { removeOrphans } from "./commands/remove-orphans";
import { removeWithdrawn } from "./commands/remove-withdrawn";
import { removeOrphanUploads, removeWithdrawnFile } from "./jobs";

/** What the worker does for files. */
export const fileProcessors: readonly Processor[] = [
  processes(removeOrphanUploads, async () => {
    await removeOrphans(now());
    return done();
  }),
  processes(removeWithdrawnFile, async ({ attachmentId }) => {
    await removeWithdrawn(attachmentId);
    return done();
  }),
];
