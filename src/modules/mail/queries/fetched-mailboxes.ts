import { now } from "@/platform/clock";
import { db, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { decryptText } from "@/platform/mailer";

/** A mailbox whose mail we fetch, as whoever fetches it needs it. */
export type FetchedMailbox = {
  id: string;
  version: number;
  host: string;
  port: number;
  secure: boolean;
  user: string;
  password: string;
  folder: string;
  seenValidity: string | null;
  seenUid: number;
};

type Row = Omit<FetchedMailbox, "password"> & { locked: string };

export const secretOf = (mailboxId: string) => `mailbox.${mailboxId}.imap`;

const columns = raw(`id, version, imap_host as host, imap_port as port, imap_secure as secure,
  imap_user as user, imap_password as locked, imap_folder as folder,
  seen_validity as "seenValidity", seen_uid as "seenUid"`);

const toMailbox = ({ locked, ...row }: Row): FetchedMailbox => ({
  ...row,
  password: decryptText(locked, secretOf(row.id)),
});

/**
 * The mailboxes that this process fetches from now on, or still: each is one process's at a time,
 * for as long as it asks. Of one that is lost another one takes over.
 */
export async function leaseMailboxes(holder: string): Promise<FetchedMailbox[]> {
  const at = now();
  const until = new Date(at.getTime() + limits.imapLeaseMs);
  const rows = await db.write.rows<Row>(sql`
    update mailboxes set leased_by = ${holder}, leased_until = ${until}
    where enabled and imap_host is not null
      and (leased_by = ${holder} or leased_until is null or leased_until < ${at})
    returning ${columns}`);
  return rows.map(toMailbox);
}

export async function leaveMailboxes(holder: string): Promise<void> {
  await db.write.rows(sql`
    update mailboxes set leased_by = null, leased_until = null where leased_by = ${holder}`);
}

/** How far a mailbox has been fetched; never back, but in a folder that was made anew. */
export async function noteFetched(
  mailboxId: string,
  { validity, uid }: { validity: string; uid: number },
): Promise<void> {
  await db.write.rows(sql`
    update mailboxes set
      seen_uid = case when seen_validity = ${validity} then greatest(seen_uid, ${uid}) else ${uid} end,
      seen_validity = ${validity}, fetched_at = ${now()}, fault = null, fault_at = null
    where id = ${mailboxId}`);
}

/** Why a mailbox cannot be fetched, for its admins. */
export async function noteFault(mailboxId: string, fault: string): Promise<void> {
  await db.write.rows(sql`
    update mailboxes set fault = ${fault.slice(0, 500)}, fault_at = ${now()}
    where id = ${mailboxId}`);
}
