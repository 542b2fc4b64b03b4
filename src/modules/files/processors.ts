import { now } from "@/platform/clock";
import { done, type Processor, processes } from "@/platform/queues";
import { removeOrphanUploads } from "./jobs";
import { removeOrphans } from "./remove-orphans";

/** What the worker does for files. */
export const fileProcessors: readonly Processor[] = [
  processes(removeOrphanUploads, async () => {
    await removeOrphans(now());
    return done();
  }),
];
