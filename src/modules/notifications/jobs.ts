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

/** What another module noticed about a ticket, in the words of those who are to know it. */
export const noticeSchema = z.object({
  ticketId: z.uuid(),
  reason: z.enum(["risk", "breach"]),
  words: z.string(),
});

/** Tells whoever has a ticket, or its team, that a promise is near its end or over. */
export const notifyOf = defineJob({
  name: "notifications.notice",
  queue: "notifications",
  payload: z.object({ event: envelopeSchema, notice: noticeSchema }),
  id: ({ event }) => `notice-${event.id}`,
});

/** Takes what notices quote of tickets out of them, after words were removed there for good. */
export const forgetWords = defineJob({
  name: "notifications.forgetWords",
  queue: "notifications",
  payload: z.object({ eventId: z.uuid(), ticketIds: z.array(z.uuid()) }),
  id: ({ eventId }) => `forget-words-${eventId}`,
});
