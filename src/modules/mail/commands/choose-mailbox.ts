import * as z from "zod";
import { emailSchema } from "@/modules/identity";
import { logActivity, ticketForUpdate } from "@/modules/tickets";
import { command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";

const schema = z.object({
  commandId: commandIdSchema,
  ticketId: z.uuid(),
  /** From which mailbox this ticket is answered from now on. */
  mailboxId: z.uuid().optional(),
  /** Who gets one's next answer unseen by the others. */
  bcc: z.array(emailSchema).max(limits.blindCopiesMax).optional(),
});

/** Chooses how a ticket's answers are mailed: from where, and who gets the next one unseen. */
export const chooseMail = command(
  "mails.choose",
  schema,
  async (tx, { actor, now }, { ticketId, mailboxId, bcc }) => {
    const ticket = await ticketForUpdate(tx, actor, ticketId);
    if (mailboxId !== undefined) {
      const mailbox = await tx.first<{ name: string }>(sql`
        select name from mailboxes where id = ${mailboxId} and enabled`);
      if (mailbox === undefined) throw new AppError("not_found");
      await tx.rows(sql`
        insert into ticket_mailboxes (ticket_id, mailbox_id) values (${ticket.id}, ${mailboxId})
        on conflict (ticket_id) do update set mailbox_id = excluded.mailbox_id`);
      const about = { ticketId: ticket.id, actorId: actor.id, at: now };
      await logActivity(tx, about, { kind: "mailbox_chosen", detail: { name: mailbox.name } });
    }
    if (bcc !== undefined) {
      const addresses = [...new Set(bcc)];
      await tx.rows(sql`
        delete from blind_copies where ticket_id = ${ticket.id} and person_id = ${actor.id}`);
      if (addresses.length > 0)
        await tx.rows(sql`
          insert into blind_copies (ticket_id, person_id, addresses)
          values (${ticket.id}, ${actor.id}, ${addresses})`);
    }
    return { ticketId: ticket.id };
  },
);
