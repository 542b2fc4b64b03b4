import * as z from "zod";
import { ticketRowSchema } from "@/modules/tickets";
import { defineEvent } from "@/platform/outbox";
import { draftViewSchema, messageKinds, messageViewSchema } from "./schema";

/** A message that its readers may see: written without delay, or released after it was held. */
export const messageAdded = defineEvent({
  name: "message.added",
  version: 1,
  payload: z.object({ row: ticketRowSchema, message: messageViewSchema }),
});

/** A message names colleagues; they are told of it whatever the ticket is to them. */
export const mentioned = defineEvent({
  name: "conversations.mentioned",
  version: 1,
  payload: z.object({
    ticketId: z.uuid(),
    messageId: z.uuid(),
    personIds: z.array(z.uuid()),
  }),
});

/** A reply that waits for its time; only its author is told. */
export const messageHeld = defineEvent({
  name: "message.held",
  version: 1,
  payload: z.object({ message: messageViewSchema }),
});

/** A held reply that its author took back; only the author is told. */
export const messageWithdrawn = defineEvent({
  name: "message.withdrawn",
  version: 1,
  payload: z.object({ ticketId: z.uuid(), messageId: z.uuid(), authorId: z.uuid() }),
});

/** What somebody writes was kept; only they are told, on their other devices. */
export const draftSaved = defineEvent({
  name: "draft.saved",
  version: 1,
  payload: z.object({ personId: z.uuid(), draft: draftViewSchema }),
});

/** It was sent, or thrown away; only its author is told. */
export const draftDropped = defineEvent({
  name: "draft.dropped",
  version: 1,
  payload: z.object({
    personId: z.uuid(),
    ticketId: z.uuid(),
    kind: z.enum(messageKinds),
    version: z.int(),
  }),
});
/**
 * Messages of a ticket went elsewhere, came from elsewhere, or lost words for good: who has it open
 * looks again.
 */
export const conversationMoved = defineEvent({
  name: "conversation.moved",
  version: 1,
  payload: z.object({ row: ticketRowSchema }),
});

/** A ticket has the messages of another one now. `tell`: who asked there is to hear of it. */
export const ticketMerged = defineEvent({
  name: "ticket.merged",
  version: 1,
  payload: z.object({
    row: ticketRowSchema,
    source: ticketRowSchema,
    tell: z.boolean(),
    by: z.object({ id: z.uuid(), name: z.string() }),
  }),
});

/** An answer was given to all incidents of a problem; a job carries it to them. */
export const incidentsAnswered = defineEvent({
  name: "incidents.answered",
  version: 1,
  payload: z.object({ answerId: z.uuid() }),
});

/**
 * Something was said in a side conversation, by us or by them (`from`). It names no words: whoever may
 * read them asks, and no customer is told of any of it.
 */
export const sideSpoken = defineEvent({
  name: "side.spoken",
  version: 1,
  payload: z.object({
    ticketId: z.uuid(),
    sideId: z.uuid(),
    messageId: z.uuid(),
    openedBy: z.uuid(),
    from: z.string().nullable(),
  }),
});

/** Words or a file were removed from tickets for good: copies of events are to go, too. */
export const wordsRemoved = defineEvent({
  name: "words.removed",
  version: 1,
  payload: z.object({ ticketIds: z.array(z.uuid()), attachmentId: z.uuid().nullable() }),
});
