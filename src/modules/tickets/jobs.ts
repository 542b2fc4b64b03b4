import * as z from "zod";
import { defineJob } from "@/platform/queues";

/** Gives what somebody holds to others, batch after batch, until nothing is left. */
export const handOver = defineJob({
  name: "tickets.handOver",
  queue: "bulk",
  payload: z.object({ handoverId: z.uuid() }),
  id: ({ handoverId }) => `handover-${handoverId}`,
  timeoutMs: 10 * 60_000,
});
