import { type Reader, sql } from "@/platform/database";
import { env } from "@/platform/env";
import { provideUsualSenders, replySigners } from "@/platform/mailer";
import { letterKinds } from "@/platform/mailer/letters";
import { addressIn } from "../rules/addressees";
import { type ReplyTarget, replyAddress } from "../rules/reply-address";

export type Sender = {
  /** null: the sender that the environment names, as it stands there. */
  from: { name: string; address: string } | null;
  replyTo: string | null;
};

type Row = { place: number; address: string | null; from_name: string | null; desk: string };

/**
 * From which mailbox each of these tickets is answered: the one chosen for it, else the one that its
 * requester wrote to first, else the usual one; of no ticket the usual one. In the order asked for.
 */
function mailboxesOf(reader: Reader, ticketIds: readonly (string | null)[]): Promise<Row[]> {
  return reader.rows<Row>(sql`
    select asked.place::int as place, mailbox.address, mailbox.from_name, workspace.name as desk
    from unnest(${[...ticketIds]}::uuid[]) with ordinality asked (ticket_id, place)
    cross join workspace
    left join lateral (
      select mailboxes.address::text as address, mailboxes.from_name
      from mailboxes
      left join ticket_mailboxes chosen
        on chosen.mailbox_id = mailboxes.id and chosen.ticket_id = asked.ticket_id
      left join lateral (
        select raw_mails.mailbox_id from raw_mails
        where raw_mails.ticket_id = asked.ticket_id order by raw_mails.received_at limit 1
      ) came on came.mailbox_id = mailboxes.id
      where mailboxes.enabled
        and (chosen.ticket_id is not null or came.mailbox_id is not null or mailboxes.is_default)
      order by chosen.ticket_id is null, came.mailbox_id is null limit 1
    ) mailbox on true
    order by asked.place`);
}

/** The address of the environment under our own name; it takes no answers. */
function silent(desk: string): Sender {
  const address = addressIn(env().MAIL_FROM);
  return { from: address === null ? null : { name: desk, address }, replyTo: null };
}

function answered({ address, from_name, desk }: Row, answers: ReplyTarget | null): Sender {
  if (address === null) return silent(desk);
  const replyTo = answers === null ? null : replyAddress(address, answers, replySigners()[0]);
  return { from: { name: from_name || desk, address }, replyTo };
}

/** In whose name a ticket is answered, and where answers to that go. */
export async function senderOf(
  reader: Reader,
  ticketId: string,
  answers: ReplyTarget,
): Promise<Sender> {
  const [row] = await mailboxesOf(reader, [ticketId]);
  return row === undefined ? { from: null, replyTo: null } : answered(row, answers);
}

/**
 * In whose name all other letters go: to customers from the mailbox that answers them, so that what
 * they answer arrives; to colleagues from the address of the environment, which takes no answers,
 * because an answer of theirs would be one to the customer.
 */
provideUsualSenders(async (tx, mails) => {
  const rows = await mailboxesOf(
    tx,
    mails.map(({ ticketId }) => ticketId),
  );
  return mails.map(({ kind, ticketId }, place): Sender => {
    const row = rows[place];
    if (row === undefined) return { from: null, replyTo: null };
    if (letterKinds[kind] === "colleague") return silent(row.desk);
    return answered(row, ticketId === null ? null : { kind: "ticket", id: ticketId });
  });
});

/** Which of these addresses are our own mailboxes: mail to them would come back to us. */
export async function oursAmong(reader: Reader, addresses: readonly string[]): Promise<string[]> {
  const rows = await reader.rows<{ address: string }>(sql`
    select address::text as address from mailboxes where address = any(${[...addresses]}::citext[])`);
  return rows.map(({ address }) => address);
}
