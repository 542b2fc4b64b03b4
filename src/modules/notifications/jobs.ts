import * as z from "zod";
import { envelopeSchema } from "@/platform/outbox";
import { defineJob } from "@/platform/queues";
import { noticeSchema } from "./schema";

/** Decides who is told of an event, and how; once for each event. */
export const notify = defineJob({
  name: "notifications.decide",
  queue: "notifications",
  payload: z.object({ event: envelopeSchema }),
  id: ({ event }) => `notify-${event.id}`,
});

/** Takes what notices quote of tickets out of them, after words were removed there for good. */
export const forgetWords = defineJob({
  name: "notifications.forgetWords",
  queue: "notifications",
  payload: z.object({ eventId: z.uuid(), ticketIds: z.array(z.uuid()) }),
  id: ({ eventId }) => `forget-words-${eventId}`,
});

/** Tells those who run the installation of something beside the tickets, each as they chose. */
export const tellOperators = defineJob({
  name: "notifications.tellOperators",
  queue: "notifications",
  payload: z.object({ eventId: z.uuid(), notice: noticeSchema }),
  id: ({ eventId }) => `tell-operators-${eventId}`,
});
