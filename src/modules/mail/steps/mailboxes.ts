import { type Reader, sql } from "@/platform/database";
import { replySigners } from "@/platform/mailer";
import { type ReplyTarget, replyAddress } from "../rules/reply-address";

export type Sender = {
  /** null: the sender that the environment names, which takes no answers. */
  from: { name: string; address: string } | null;
  replyTo: string | null;
};

type Row = { address: string; from_name: string; desk: string };

/**
 * In whose name a ticket is answered: from the mailbox chosen for it, else from the one that its
 * requester wrote to first, else from the usual one.
 */
export async function senderOf(
  reader: Reader,
  ticketId: string,
  answers: ReplyTarget,
): Promise<Sender> {
  const [mailbox] = await reader.rows<Row>(sql`
    select mailboxes.address::text as address, mailboxes.from_name, workspace.name as desk
    from mailboxes cross join workspace
    left join ticket_mailboxes chosen
      on chosen.mailbox_id = mailboxes.id and chosen.ticket_id = ${ticketId}
    left join lateral (
      select raw_mails.mailbox_id from raw_mails
      where raw_mails.ticket_id = ${ticketId} order by raw_mails.received_at limit 1
    ) came on came.mailbox_id = mailboxes.id
    where mailboxes.enabled
      and (chosen.ticket_id is not null or came.mailbox_id is not null or mailboxes.is_default)
    order by chosen.ticket_id is null, came.mailbox_id is null limit 1`);
  if (mailbox === undefined) return { from: null, replyTo: null };
  const { address, from_name, desk } = mailbox;
  const replyTo = replyAddress(address, answers, replySigners()[0]);
  return { from: { name: from_name === "" ? desk : from_name, address }, replyTo };
}

/** Which of these addresses are our own mailboxes: mail to them would come back to us. */
export async function oursAmong(reader: Reader, addresses: readonly string[]): Promise<string[]> {
  const rows = await reader.rows<{ address: string }>(sql`
    select address::text as address from mailboxes where address = any(${[...addresses]}::citext[])`);
  return rows.map(({ address }) => address);
}
