import * as z from "zod";
import { defineJob } from "@/platform/queues";

/** Changes the tickets of an action, batch after batch, until none is left. */
export const runBulk = defineJob({
  name: "bulk.run",
  queue: "bulk",
  payload: z.object({ actionId: z.uuid() }),
  id: ({ actionId }) => `bulk-${actionId}`,
  timeoutMs: 10 * 60_000,
});
