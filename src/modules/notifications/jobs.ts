import * as z from "zod";
import { envelopeSchema } from "@/platform/outbox";
import { defineJob } from "@/platform/queues";

/** Decides who is told of an event, and how; once for each event. */
export const notify = defineJob({
  name: "notifications.decide",
  queue: "notifications",
  payload: z.object({ event: envelopeSchema }),
  id: ({ event }) => `notify-${event.id}`,
});
