import { type TicketStatus, takesReplies } from "@/modules/tickets";
import { now } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import type { FoundTicket } from "../rules/mail-action";
import { numberInSubject } from "../rules/ticket-hint";
import type { ReadMail } from "./read-mail";

type Row = { number: number; status: TicketStatus; resolved_at: Date | null };

/**
 * The ticket that a letter answers: by the Message-ID of a mail of ours, else by the number in its
 * subject; a merged one leads to where it goes on. Whoever neither asked nor works here writes a new ticket, whatever they refer to.
 */
export async function findTicketOfMail(mail: ReadMail): Promise<FoundTicket | null> {
  const answered = [mail.inReplyTo ?? [], mail.references].flat().slice(-100);
  const number = numberInSubject(mail.subject);
  const sender = mail.from?.address ?? "";
  if (sender === "" || (answered.length === 0 && number === null)) return null;
  const [row] = await db.read.rows<Row>(sql`
    with recursive way as (
      (select tickets.number, tickets.status, tickets.resolved_at, tickets.merged_into, 1 as step
        from tickets
        join users on users.email = ${sender} and users.suspended_at is null
          and (users.id = tickets.requester_id or users.role <> 'customer')
        where tickets.id in (
            select ticket_id from outgoing_mails where message_id = any(${answered}::text[]))
          or tickets.number = ${number}
        order by tickets.number = ${number} nulls last
        limit 1)
      union all
      select next.number, next.status, next.resolved_at, next.merged_into, way.step + 1
      from way join tickets next on next.number = way.merged_into
      where way.step < ${limits.mergeTicketsMax}
    )
    select number, status, resolved_at from way where merged_into is null limit 1`);
  if (row === undefined) return null;
  const ticket = { status: row.status, resolvedAt: row.resolved_at };
  return { number: row.number, takesReplies: takesReplies(ticket, now()) };
}
