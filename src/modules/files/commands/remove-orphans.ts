import { db, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { storage, storageFolders } from "@/platform/storage";

/**
 * Removes uploads that nobody attached for a day: the file first, then its row, so that a stop in
 * between leaves something to go on from. Gives how many were removed.
 */
export async function removeOrphans(at: Date): Promise<number> {
  // Clocks of processes differ a little: what is removed here can no longer be attached there.
  const before = new Date(at.getTime() - limits.orphanUploadMs - limits.clockSkewMsMax);
  // What came with a question waits for its confirmation, and not for ever.
  const unconfirmed = new Date(before.getTime() - limits.guestQuestionMs);
  const orphans = await db.write.rows<{ id: string; storage_key: string }>(sql`
    (select id, storage_key from attachments
    where message_id is null and not reserved and created_at < ${before}
    order by created_at limit ${raw(String(limits.orphansPerSweepMax))})
    union all
    (select id, storage_key from attachments
    where form_id is not null and reserved and created_at < ${unconfirmed}
    limit ${raw(String(limits.orphansPerSweepMax))})`);
  for (const orphan of orphans) {
    await storage().delete(orphan.storage_key);
    await storage().delete(`${storageFolders.incoming}/${orphan.id}`);
  }
  await db.write.rows(sql`
    delete from attachments
    where id = any(${orphans.map(({ id }) => id)}::uuid[]) and message_id is null
      and (not reserved or form_id is not null)`);
  // An upload link used again after its file was looked into leaves a file that has no row.
  const left = await storage().writtenBefore(
    storageFolders.incoming,
    before,
    limits.orphansPerSweepMax,
  );
  for (const key of left) await storage().delete(key);
  return orphans.length + left.length;
}
