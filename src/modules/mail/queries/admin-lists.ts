import type * as z from "zod";
import { db, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import type { blockedPageSchema, mailPageSchema } from "../schema";

/** A mailbox as its admins see it: without its password. */
export type MailboxView = {
  id: string;
  version: number;
  name: string;
  address: string;
  fromName: string;
  isDefault: boolean;
  enabled: boolean;
  imap: { host: string; port: number; secure: boolean; user: string; folder: string } | null;
  /** When a mail of it was last looked for, and last came. */
  fetchedAt: string | null;
  lastMailAt: string | null;
  /** Whether who sent its mail is found out, and by which other server if not by us. */
  checksSenders: boolean;
  resultsFrom: string | null;
  fault: string | null;
  faultAt: string | null;
};

type MailboxRow = Omit<MailboxView, "imap"> & {
  imap_host: string | null;
  imap_port: number | null;
  imap_secure: boolean;
  imap_user: string | null;
  imap_folder: string;
};

export async function mailboxList(): Promise<{ mailboxes: MailboxView[] }> {
  const rows = await db.write.rows<MailboxRow>(sql`
    select id, version, name, address::text as address, from_name as "fromName",
      is_default as "isDefault", enabled, imap_host, imap_port, imap_secure, imap_user,
      imap_folder, checks_senders as "checksSenders", results_from as "resultsFrom",
      to_json(fetched_at) #>> '{}' as "fetchedAt", fault,
      to_json(fault_at) #>> '{}' as "faultAt",
      (select to_json(max(received_at)) #>> '{}' from raw_mails
        where raw_mails.mailbox_id = mailboxes.id) as "lastMailAt"
    from mailboxes order by is_default desc, name, id
    limit ${raw(String(limits.mailboxesMax))}`);
  return {
    mailboxes: rows.map(
      ({ imap_host, imap_port, imap_secure, imap_user, imap_folder, ...row }) => ({
        ...row,
        imap:
          imap_host === null || imap_port === null || imap_user === null
            ? null
            : {
                ...{ host: imap_host, port: imap_port, secure: imap_secure },
                ...{ user: imap_user, folder: imap_folder },
              },
      }),
    ),
  };
}

/** A mail that came in, as a line of a list. */
export type RawMailView = {
  id: string;
  mailbox: string;
  sender: string | null;
  subject: string | null;
  outcome: string | null;
  reason: string | null;
  ticketNumber: number | null;
  bytes: number;
  receivedAt: string;
  trashedAt: string | null;
};

type RawMailRow = Omit<RawMailView, "receivedAt" | "trashedAt"> & {
  received_at: Date;
  trashed_at: Date | null;
};

/** Mails in one state, the newest first; and how many there are of each that waits for somebody. */
export async function rawMailPage({ state, cursor }: z.output<typeof mailPageSchema>) {
  const below =
    cursor === undefined
      ? sql`true`
      : sql`(raw_mails.received_at, raw_mails.id) < (${cursor.at}::timestamptz, ${cursor.id}::uuid)`;
  const rows = await db.write.rows<RawMailRow>(sql`
    select raw_mails.id, mailboxes.name as mailbox,
      coalesce(raw_mails.sender::text, nullif(raw_mails.envelope_from, '')) as sender,
      raw_mails.subject, raw_mails.outcome, raw_mails.reason, tickets.number as "ticketNumber",
      raw_mails.bytes, raw_mails.received_at, raw_mails.trashed_at
    from raw_mails
    join mailboxes on mailboxes.id = raw_mails.mailbox_id
    left join tickets on tickets.id = raw_mails.ticket_id
    where raw_mails.state = ${state} and ${below}
    order by raw_mails.received_at desc, raw_mails.id desc
    limit ${raw(String(limits.mailPageRows))}`);
  const last = rows.at(-1);
  const isFull = last !== undefined && rows.length === limits.mailPageRows;
  return {
    mails: rows.map(
      ({ received_at, trashed_at, ...row }): RawMailView => ({
        ...row,
        receivedAt: received_at.toISOString(),
        trashedAt: trashed_at?.toISOString() ?? null,
      }),
    ),
    next: isFull ? { at: last.received_at.toISOString(), id: last.id } : null,
  };
}

export type BlockedView = { id: string; pattern: string; by: string; at: string };

/** Whose mail waits for an admin, the newest first. */
export async function blockedList({ cursor }: z.output<typeof blockedPageSchema>) {
  const below =
    cursor === undefined
      ? sql`true`
      : sql`(blocked_senders.created_at, blocked_senders.id)
          < (${cursor.at}::timestamptz, ${cursor.id}::uuid)`;
  const rows = await db.write.rows<Omit<BlockedView, "at"> & { created_at: Date }>(sql`
    select blocked_senders.id, pattern::text as pattern, users.name as by,
      blocked_senders.created_at
    from blocked_senders join users on users.id = blocked_senders.created_by
    where ${below}
    order by blocked_senders.created_at desc, blocked_senders.id desc
    limit ${raw(String(limits.blockedPageRows))}`);
  const blocked = rows.map(
    ({ created_at, ...row }): BlockedView => ({ ...row, at: created_at.toISOString() }),
  );
  const last = blocked.at(-1);
  const isFull = last !== undefined && blocked.length === limits.blockedPageRows;
  return { blocked, next: isFull ? { at: last.at, id: last.id } : null };
}
