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
