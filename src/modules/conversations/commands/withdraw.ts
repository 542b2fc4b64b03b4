import * as z from "zod";
import { detachFromMessage } from "@/modules/files";
import { landedTicketForUpdate } from "@/modules/tickets";
import { command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { messageWithdrawn } from "../events";

const withdrawSchema = z.object({
  commandId: commandIdSchema,
  ticketId: z.uuid(),
  messageId: z.uuid(),
});

/** Takes back a held reply, so that nobody but its author ever saw it. */
export const withdrawMessage = command(
  "tickets.undoSend",
  withdrawSchema,
  async (tx, { actor }, input) => {
    const ticket = await landedTicketForUpdate(tx, actor, input.ticketId);
    const held = await tx.first<{ id: string; body_text: string }>(sql`
      delete from ticket_messages
      where id = ${input.messageId} and ticket_id = ${ticket.id} and author_id = ${actor.id}
        and state = 'held'
      returning id, body_text`);
    if (held === undefined)
      throw new AppError("send_not_undoable", { detail: { messageId: input.messageId } });
    await detachFromMessage(tx, held.id);
    tx.append(
      messageWithdrawn.make(
        { ticketId: ticket.id, messageId: held.id, authorId: actor.id },
        { ticketId: ticket.id },
      ),
    );
    return { messageId: held.id, bodyText: held.body_text };
  },
);
