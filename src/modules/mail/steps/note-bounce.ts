import { asideChanged, logActivity } from "@/modules/tickets";
import type { CommandTx } from "@/platform/command";
import { sql } from "@/platform/database";
import type { DeliveryReport } from "../rules/delivery-report";

type Returned = { id: string; ticket_id: string | null; recipient: string };

/**
 * Notes that a mail of ours came back, on that mail and in its ticket's history. The report must
 * name a mail that we sent, by the name that only its recipient's servers saw; else nothing is.
 */
export async function noteBounce(
  tx: CommandTx,
  about: { rawMailId: string; at: Date },
  report: DeliveryReport,
): Promise<{ ticketId: string | null } | null> {
  const { messageIds } = report;
  if (messageIds.length === 0) return null;
  const returned = await tx.first<Returned>(sql`
    select id, ticket_id, recipient from outgoing_mails
    where message_id = any(${messageIds}::text[])
    order by array_position(${messageIds}::text[], message_id) limit 1`);
  if (returned === undefined) return null;
  const noted = await tx.rows(sql`
    insert into mail_bounces (outgoing_mail_id, raw_mail_id, at, reason, status_code)
    values (${returned.id}, ${about.rawMailId}, ${about.at}, ${report.reason},
      ${report.statusCode})
    on conflict (outgoing_mail_id) do nothing returning outgoing_mail_id`);
  if (noted.length > 0 && returned.ticket_id !== null) {
    const detail = { to: returned.recipient, reason: report.reason };
    const history = { ticketId: returned.ticket_id, actorId: null, at: about.at };
    await logActivity(tx, history, { kind: "bounced", detail });
    const told = { ticketId: returned.ticket_id };
    tx.append(asideChanged.make({ ...told, part: "mails" }, told));
  }
  return { ticketId: returned.ticket_id };
}
