import * as z from "zod";
import { ticketForUpdate } from "@/modules/tickets";
import { systemActor } from "@/platform/auth/actor";
import { command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { heldMessage, sendHeld } from "../steps/release";

const releaseSchema = z.object({
  commandId: commandIdSchema,
  ticketId: z.uuid(),
  messageId: z.uuid(),
});

/**
 * Sends a held reply whose time has come; the worker calls it as the author. The release is the
 * moment that counts for clocks, however late the worker is. Absent: it was taken back.
 */
export const releaseMessage = command(
  "conversations.release",
  releaseSchema,
  async (tx, { actor, now }, input) => {
    // It was accepted when it was written; that its author lost sight of the ticket since changes nothing.
    // A merge or a split may have taken it elsewhere while it was held.
    const at = await tx.first<{ ticket_id: string }>(sql`
      select ticket_id from ticket_messages
      where id = ${input.messageId} and author_id = ${actor.id} and state = 'held'`);
    if (at === undefined) return { released: false };
    const ticket = await ticketForUpdate(tx, systemActor, at.ticket_id);
    const held = await heldMessage(tx, actor, { ...input, ticketId: ticket.id });
    // It moved between the two: another try finds it.
    if (held === undefined) throw new AppError("ticket_changed");
    if (held.release_at !== null && held.release_at > now)
      throw new AppError("send_not_due", { detail: { untilMs: held.release_at.getTime() } });
    tx.append(...(await sendHeld(tx, actor, { ticket, held, at: held.created_at })));
    return { released: true };
  },
);
