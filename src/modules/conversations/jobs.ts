import * as z from "zod";
import { defineJob } from "@/platform/queues";

/** Sends a held reply when its time has come; the truth about it is the row. */
export const releaseHeld = defineJob({
  name: "conversations.release",
  queue: "upkeep",
  payload: z.object({ ticketId: z.uuid(), messageId: z.uuid(), authorId: z.uuid() }),
  id: ({ messageId }) => `release-${messageId}`,
});

/** Carries an answer to all incidents of a problem; the rows say which it has reached. */
export const carryAnswer = defineJob({
  name: "conversations.carryAnswer",
  queue: "upkeep",
  payload: z.object({ answerId: z.uuid() }),
  id: ({ answerId }) => `carry-answer-${answerId}`,
  timeoutMs: 10 * 60_000,
});

/** Takes copies of tickets' events out of queues and live log, after words were removed. */
export const scrubCopies = defineJob({
  name: "conversations.scrubCopies",
  queue: "upkeep",
  payload: z.object({ eventId: z.uuid(), ticketIds: z.array(z.uuid()) }),
  id: ({ eventId }) => `scrub-copies-${eventId}`,
  timeoutMs: 120_000,
});
