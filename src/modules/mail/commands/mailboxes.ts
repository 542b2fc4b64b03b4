import type * as z from "zod";
import { command } from "@/platform/command";
import { db, sql, type Transaction } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { decryptText, encryptText } from "@/platform/mailer";
import { secretOf } from "../queries/fetched-mailboxes";
import { tryImap } from "../queries/imap-connection";
import { saveMailboxSchema, type testMailboxSchema } from "../schema";

type Stored = {
  imap_host: string | null;
  imap_user: string | null;
  imap_folder: string;
  imap_password: string | null;
};

/** The mailbox as it was read, locked; another admin may have changed it since. */
async function heldMailbox(tx: Transaction, held: { id: string; version: number }) {
  const row = await tx.first<Stored & { version: number }>(sql`
    select imap_host, imap_user, imap_folder, imap_password, version from mailboxes
    where id = ${held.id} for update`);
  if (row === undefined) throw new AppError("not_found");
  if (row.version !== held.version) throw new AppError("settings_changed");
  return row;
}

/** What is locked for the mailbox: a new password, or the one that it has. */
function lockedPassword(id: string, password: string | null, stored: Stored | null): string {
  if (password !== null) return encryptText(password, secretOf(id));
  if (stored?.imap_password === undefined || stored.imap_password === null)
    throw new AppError("invalid_input", { detail: { field: "password" } });
  return stored.imap_password;
}

/** Makes or changes a mailbox; the first one is the one that mail goes out from. */
export const saveMailbox = command(
  "mail.saveMailbox",
  saveMailboxSchema,
  async (tx, { now }, input) => {
    // Which one is the first, or the only one to send from, is decided by one at a time.
    await tx.rows(sql`select pg_advisory_xact_lock(7004)`);
    const stored = input.held === null ? null : await heldMailbox(tx, input.held);
    const id = input.held?.id ?? newId(now.getTime());
    const others = await tx.first<{ taken: boolean; count: number; has_default: boolean }>(sql`
      select coalesce(bool_or(address = ${input.address}), false) as taken,
        count(*)::int as count, coalesce(bool_or(is_default), false) as has_default
      from mailboxes where id <> ${id}`);
    if (others?.taken) throw new AppError("name_taken", { detail: { says: input.address } });
    if ((others?.count ?? 0) >= limits.mailboxesMax) throw new AppError("invalid_input");
    const isDefault = input.enabled && (input.isDefault || others?.has_default === false);
    if (isDefault)
      await tx.rows(sql`
        update mailboxes set is_default = false, version = version + 1 where is_default and id <> ${id}`);
    const { imap } = input;
    const password = imap === null ? null : lockedPassword(id, imap.password, stored);
    // Another folder begins anew.
    const sameFolder =
      stored !== null &&
      [stored.imap_host, stored.imap_user, stored.imap_folder].join("\n") ===
        [imap?.host, imap?.user, imap?.folder].join("\n");
    const folder = imap?.folder ?? "INBOX";
    await tx.rows(sql`
      insert into mailboxes (id, name, address, from_name, is_default, enabled, imap_host,
        imap_port, imap_secure, imap_user, imap_password, imap_folder, checks_senders,
        results_from, created_at, updated_at)
      values (${id}, ${input.name}, ${input.address}, ${input.fromName}, ${isDefault},
        ${input.enabled}, ${imap?.host ?? null}, ${imap?.port ?? null}, ${imap?.secure ?? true},
        ${imap?.user ?? null}, ${password}, ${folder}, ${input.checksSenders},
        ${input.resultsFrom}, ${now}, ${now})
      on conflict (id) do update set name = excluded.name, address = excluded.address,
        from_name = excluded.from_name, is_default = excluded.is_default,
        enabled = excluded.enabled, imap_host = excluded.imap_host,
        imap_port = excluded.imap_port, imap_secure = excluded.imap_secure,
        imap_user = excluded.imap_user, imap_password = excluded.imap_password,
        imap_folder = excluded.imap_folder, checks_senders = excluded.checks_senders,
        results_from = excluded.results_from, updated_at = excluded.updated_at,
        version = mailboxes.version + 1, fault = null, fault_at = null,
        seen_validity = case when ${sameFolder} then mailboxes.seen_validity end,
        seen_uid = case when ${sameFolder} then mailboxes.seen_uid else 0 end`);
    return { mailboxId: id };
  },
);

/** Opens the folder as it is described, without reading or changing anything in it. */
export async function testMailbox({
  mailboxId,
  imap,
}: z.output<typeof testMailboxSchema>): Promise<{ fault: string | null }> {
  const [stored] = await db.write.rows<{ imap_password: string | null }>(sql`
    select imap_password from mailboxes where id = ${mailboxId}::uuid`);
  const locked = stored?.imap_password ?? null;
  const known =
    locked === null || mailboxId === null ? null : decryptText(locked, secretOf(mailboxId));
  const password = imap.password ?? known;
  if (password === null) throw new AppError("invalid_input", { detail: { field: "password" } });
  return { fault: await tryImap({ ...imap, password }) };
}
