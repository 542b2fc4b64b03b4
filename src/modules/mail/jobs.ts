import * as z from "zod";
import { envelopeSchema } from "@/platform/outbox";
import { defineJob } from "@/platform/queues";

/** Writes to customers what concerns them of an event; once for each event. */
export const writeToCustomers = defineJob({
  name: "mail.write",
  queue: "notifications",
  payload: z.object({ event: envelopeSchema }),
  id: ({ event }) => `write-${event.id}`,
});
