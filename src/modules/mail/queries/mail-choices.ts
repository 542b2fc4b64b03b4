import * as z from "zod";
import { canReadTicket } from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import { db, raw, sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { senderOf } from "./sender";

export const choicesInput = z.object({ ticketId: z.uuid() });

/** From where a ticket's answers can go and do go, and who gets one's next answer unseen. */
export async function mailChoices(actor: Actor, { ticketId }: z.output<typeof choicesInput>) {
  if (!(await canReadTicket(actor, ticketId))) throw new AppError("ticket_not_found");
  const [mailboxes, sender, [copies]] = await Promise.all([
    db.read.rows<{ id: string; name: string; address: string }>(sql`
      select id, name, address::text as address from mailboxes where enabled
      order by name, id limit ${raw(String(limits.mailboxesMax))}`),
    senderOf(db.read, ticketId, { kind: "ticket", id: ticketId }),
    db.read.rows<{ addresses: string[] }>(sql`
      select addresses from blind_copies
      where ticket_id = ${ticketId} and person_id = ${actor.id}`),
  ]);
  const from = mailboxes.find(({ address }) => address === sender.from?.address);
  return { mailboxes, mailboxId: from?.id ?? null, bcc: copies?.addresses ?? [] };
}
