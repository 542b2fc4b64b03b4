import * as z from "zod";
import { defineJob } from "@/platform/queues";

/** Removes uploads that became part of no message; asked for by upkeep, once an hour at most. */
export const removeOrphanUploads = defineJob({
  name: "files.removeOrphanUploads",
  queue: "upkeep",
  payload: z.object({ hour: z.int() }),
  id: ({ hour }) => `remove-orphan-uploads-${hour}`,
  timeoutMs: 120_000,
});

/** Removes the bytes of a file that was taken out of its message for good. */
export const removeWithdrawnFile = defineJob({
  name: "files.removeWithdrawn",
  queue: "upkeep",
  payload: z.object({ attachmentId: z.uuid() }),
  id: ({ attachmentId }) => `remove-withdrawn-${attachmentId}`,
});
