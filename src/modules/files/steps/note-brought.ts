import type { Actor } from "@/platform/auth/actor";
import { bulk, sql, type Transaction } from "@/platform/database";
import type { BroughtFile } from "../commands/bring-file";

/** Gives files that were brought and looked into to whoever sent them; a message then takes them. */
export async function noteBrought(
  tx: Transaction,
  owner: Pick<Actor, "id">,
  files: readonly BroughtFile[],
  at: Date,
): Promise<void> {
  if (files.length === 0) return;
  const rows = files.map((file) => [
    file.id,
    owner.id,
    file.name,
    file.claimedType,
    file.type,
    file.bytes,
    "checked",
    file.storageKey,
    at,
    at,
  ]);
  await tx.rows(sql`
    insert into attachments (id, owner_id, name, claimed_type, type, bytes, state, storage_key,
      created_at, checked_at)
    values ${bulk(rows)}`);
}
