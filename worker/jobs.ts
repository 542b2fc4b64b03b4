import * as z from "zod";
import { envelopeSchema } from "@/platform/outbox";
import { defineJob } from "@/platform/queues";

/** Asks for what follows an event that the worker which published it did not understand. */
export const followEvent = defineJob({
  name: "events.follow",
  queue: "upkeep",
  payload: z.object({ event: envelopeSchema, askedAtMs: z.int() }),
  id: ({ event }) => `follow-event-${event.id}`,
});
