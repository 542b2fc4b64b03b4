import * as z from "zod";
import { limits } from "@/platform/limits";
import { envelopeSchema } from "@/platform/outbox";
import { defineJob } from "@/platform/queues";

/** Reads one stored mail and makes of it what it is; twice is once. */
export const takeInMail = defineJob({
  name: "mail.takeIn",
  queue: "mail-in",
  payload: z.object({
    rawMailId: z.uuid(),
    round: z.int().positive(),
    /** Upkeep asks again by another name when a queue lost the job. */
    sweep: z.int().nonnegative().default(0),
  }),
  id: ({ rawMailId, round, sweep }) => `take-in-${rawMailId}-${round}-${sweep}`,
  timeoutMs: limits.takeInMs,
});

/** Takes the originals of tickets away, after words or files were removed there for good. */
export const forgetOriginals = defineJob({
  name: "mail.forgetOriginals",
  queue: "mail-in",
  payload: z.object({ eventId: z.uuid(), ticketIds: z.array(z.uuid()) }),
  id: ({ eventId }) => `forget-originals-${eventId}`,
});

/** Writes to customers what concerns them of an event; once for each event. */
export const writeToCustomers = defineJob({
  name: "mail.write",
  queue: "notifications",
  payload: z.object({ event: envelopeSchema }),
  id: ({ event }) => `write-${event.id}`,
});
