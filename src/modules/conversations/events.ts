import * as z from "zod";
import { ticketRowSchema } from "@/modules/tickets";
import { defineEvent } from "@/platform/outbox";
import { messageViewSchema } from "./schema";

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
