import * as z from "zod";
import { detachFromMessage } from "@/modules/files";
import { landedTicketForUpdate } from "@/modules/tickets";
import { command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { messageWithdrawn } from "../events";
import { giveBack } from "../steps/drafts";

const withdrawSchema = z.object({
  commandId: commandIdSchema,
  ticketId: z.uuid(),
  messageId: z.uuid(),
});

/**
 * Takes back a held reply, so that nobody but its author ever saw it. What an agent wrote is a draft
 * again, on every device, with its marks and its files.
 */
export const withdrawMessage = command(
  "tickets.undoSend",
  withdrawSchema,
  async (tx, { actor, now }, input) => {
    const ticket = await landedTicketForUpdate(tx, actor, input.ticketId);
    const held = await tx.first<{ id: string; body_text: string; source: string | null }>(sql`
      delete from ticket_messages
      where id = ${input.messageId} and ticket_id = ${ticket.id} and author_id = ${actor.id}
        and state = 'held'
      returning id, body_text, source`);
    if (held === undefined)
      throw new AppError("send_not_undoable", { detail: { messageId: input.messageId } });
    const attachmentIds = await detachFromMessage(tx, held.id);
    tx.append(
      messageWithdrawn.make(
        { ticketId: ticket.id, messageId: held.id, authorId: actor.id },
        { ticketId: ticket.id },
      ),
    );
    const body = held.source ?? held.body_text;
    // In the portal the browser keeps what is written.
    if (actor.audience === "customer") return { messageId: held.id, bodyText: body };
    const about = { author: actor, ticketId: ticket.id, kind: "reply" } as const;
    const { event } = await giveBack(tx, about, { body, attachmentIds, after: null, at: now });
    tx.append(event);
    return { messageId: held.id, bodyText: body };
  },
);
