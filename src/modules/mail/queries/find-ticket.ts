import { peopleAt } from "@/modules/identity";
import { readsColleagues, type TicketStatus, takesReplies } from "@/modules/tickets";
import { now } from "@/platform/clock";
import { db, type Reader, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { replySigners } from "@/platform/mailer";
import type { Thread } from "../rules/decision";
import type { FoundTicket } from "../rules/mail-action";
import { replyTarget } from "../rules/reply-address";
import type { ReadMail } from "./read-mail";

type Row = {
  id: string;
  number: number;
  status: TicketStatus;
  resolved_at: Date | null;
  may_write: boolean;
  was_told: boolean;
  is_trashed: boolean;
};

/** The newest first: what a letter answers, then the way back to the beginning. */
function answeredBy(mail: ReadMail): string[] {
  const references = mail.references.slice(-limits.mailReferencesMax).reverse();
  return [...new Set([...(mail.inReplyTo === null ? [] : [mail.inReplyTo]), ...references])];
}

/** The ticket that the address names to which an answer was sent; the signature makes it ours. */
function ticketOfAddress(mail: ReadMail, envelopeTo: readonly string[]): string | null {
  const signers = replySigners();
  const addresses = [...mail.to, ...mail.cc].slice(0, limits.mailRecipientsMax);
  for (const address of [...envelopeTo, ...addresses.map((one) => one.address)]) {
    const target = replyTarget(address, signers);
    if (target?.kind === "ticket") return target.id;
  }
  return null;
}

/**
 * The ticket that a letter refers to: by the Message-ID of a mail that we sent, then of one that we
 * received, then by the address it was sent to. A number in its subject leads nowhere: anybody can
 * write one. A merged ticket leads to where it goes on. It also says how the sender stands to it.
 */
export async function threadOf(
  mail: ReadMail,
  envelopeTo: readonly string[] = [],
  on: Reader = db.read,
): Promise<Thread | null> {
  const answered = answeredBy(mail);
  const named = ticketOfAddress(mail, envelopeTo);
  const sender = mail.from?.address ?? "";
  if (answered.length === 0 && named === null) return null;
  const [row] = await on.rows<Row>(sql`
    with recursive found as (
      select ticket_id, 1 as how, array_position(${answered}::text[], message_id) as place
        from outgoing_mails
        where message_id = any(${answered}::text[]) and ticket_id is not null
      union all
      select ticket_id, 2, array_position(${answered}::text[], message_id) from raw_mails
        where message_id = any(${answered}::text[]) and ticket_id is not null
      union all
      select id, 3, 1 from tickets where id = ${named}::uuid
    ), way as (
      (select tickets.*, 1 as step from found join tickets on tickets.id = found.ticket_id
        order by found.how, found.place limit 1)
      union all
      select next.*, way.step + 1 from way join tickets next on next.number = way.merged_into
      where way.step < ${limits.mergeTicketsMax}
    ), sender as (
      select users.* from (${peopleAt([sender])} limit 1) named
      join users on users.id = named.person_id
      where users.suspended_at is null
    )
    select way.id, way.number, way.status, way.resolved_at,
      exists (select from sender where sender.role <> 'customer'
        or sender.id = way.requester_id or sender.id = any(way.participant_ids)
        or (sender.organization_id = way.organization_id
          and ${readsColleagues(raw("sender"))})) as may_write,
      exists (select from outgoing_mails
        where outgoing_mails.message_id = any(${answered}::text[])
          and lower(outgoing_mails.recipient) = lower(${sender})) as was_told,
      exists (select from ticket_trash where ticket_trash.ticket_id = way.id) as is_trashed
    from way where way.merged_into is null limit 1`);
  if (row === undefined) return null;
  const { id, number, status, may_write, was_told } = row;
  const open = takesReplies({ status, resolvedAt: row.resolved_at }, now());
  return {
    ticketId: id,
    number,
    status,
    takesReplies: open,
    mayWrite: may_write,
    wasTold: was_told,
    isTrashed: row.is_trashed,
  };
}

/** The same as far as a letter gets into it: whoever may not write there writes a new ticket. */
export async function findTicketOfMail(mail: ReadMail): Promise<FoundTicket | null> {
  const thread = await threadOf(mail);
  if (thread === null || !thread.mayWrite) return null;
  return { number: thread.number, takesReplies: thread.takesReplies };
}
