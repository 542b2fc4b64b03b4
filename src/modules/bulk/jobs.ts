import * as z from "zod";
import { defineJob } from "@/platform/queues";

/** Takes what custom fields said before out of actions, after words were removed there for good. */
export const forgetBefore = defineJob({
  name: "bulk.forgetBefore",
  queue: "bulk",
  payload: z.object({ eventId: z.uuid(), ticketIds: z.array(z.uuid()) }),
  id: ({ eventId }) => `forget-before-${eventId}`,
});

/** Changes the tickets of an action, batch after batch, until none is left. */
export const runBulk = defineJob({
  name: "bulk.run",
  queue: "bulk",
  payload: z.object({ actionId: z.uuid() }),
  id: ({ actionId }) => `bulk-${actionId}`,
  timeoutMs: 10 * 60_000,
});
