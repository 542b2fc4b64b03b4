import * as z from "zod";
import { defineJob } from "@/platform/queues";

const slot = z.object({ slot: z.int().nonnegative() });

/** Closes what was resolved long ago; the rows say what. One a slot of time, whoever asks. */
export const closeOld = defineJob({
  name: "tickets.closeOld",
  queue: "upkeep",
  payload: slot,
  id: (job) => `close-old-${job.slot}`,
});

/** Brings back what was put aside until now; the rows say what. */
export const wakeSnoozed = defineJob({
  name: "tickets.wakeSnoozed",
  queue: "upkeep",
  payload: slot,
  id: (job) => `wake-snoozed-${job.slot}`,
});

/** Gives what somebody holds to others, batch after batch, until nothing is left. */
export const handOver = defineJob({
  name: "tickets.handOver",
  queue: "bulk",
  payload: z.object({ handoverId: z.uuid() }),
  id: ({ handoverId }) => `handover-${handoverId}`,
  timeoutMs: 10 * 60_000,
});
