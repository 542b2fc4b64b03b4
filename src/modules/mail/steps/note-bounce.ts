import { asideChanged, logActivity } from "@/modules/tickets";
import type { CommandTx } from "@/platform/command";
import { sql } from "@/platform/database";
import { tellUndelivered } from "@/platform/mailer";
import type { DeliveryReport } from "../rules/delivery-report";

type Returned = {
  id: string;
  kind: string;
  ticket_id: string | null;
  sender_id: string | null;
  recipients: string[];
};

/** Whom of those that it went to the mail did not reach; the first where the report names nobody. */
function lostOf({ recipients }: Returned, { recipient }: DeliveryReport): string {
  const named = recipients.find((one) => one.toLowerCase() === recipient?.toLowerCase());
  return named ?? recipients[0] ?? "";
}

/**
 * Notes that a mail of ours came back, on that mail and in its ticket's history, and tells whoever
 * wrote it. The report must name a mail that we sent, by the name that only its recipient's servers
 * saw; else nothing is.
 */
export async function noteBounce(
  tx: CommandTx,
  about: { rawMailId: string; at: Date },
  report: DeliveryReport,
): Promise<{ ticketId: string | null } | null> {
  const { messageIds } = report;
  if (messageIds.length === 0) return null;
  const returned = await tx.first<Returned>(sql`
    select id, kind, ticket_id, sender_id, array[recipient] || cc || bcc as recipients
    from outgoing_mails where message_id = any(${messageIds}::text[])
    order by array_position(${messageIds}::text[], message_id) limit 1`);
  if (returned === undefined) return null;
  const to = lostOf(returned, report);
  // Of several the others have it: whoever looks at the message learns whom it did not reach.
  const reason = returned.recipients.length > 1 ? `${to}: ${report.reason}` : report.reason;
  const noted = await tx.rows(sql`
    insert into mail_bounces (outgoing_mail_id, raw_mail_id, at, reason, status_code)
    values (${returned.id}, ${about.rawMailId}, ${about.at}, ${reason}, ${report.statusCode})
    on conflict (outgoing_mail_id) do nothing returning outgoing_mail_id`);
  const { id: mailId, kind, ticket_id: ticketId, sender_id: senderId } = returned;
  if (noted.length > 0 && ticketId !== null) {
    const history = { ticketId, actorId: null, at: about.at };
    const detail = { to, reason: report.reason };
    await logActivity(tx, history, { kind: "bounced", detail });
    tx.append(asideChanged.make({ ticketId, part: "mails" }, { ticketId }));
    const fault = report.reason;
    tellUndelivered(tx, { mailId, kind, ticketId, recipient: to, fault, senderId });
  }
  return { ticketId };
}
