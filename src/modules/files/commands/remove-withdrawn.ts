import { db, sql } from "@/platform/database";
import { storage, storageFolders } from "@/platform/storage";

/** The file first, then its row, so that a stop in between leaves something to go on from. */
export async function removeWithdrawn(attachmentId: string): Promise<void> {
  const [row] = await db.write.rows<{ storage_key: string }>(sql`
    select storage_key from attachments where id = ${attachmentId} and refusal = 'redacted'`);
  if (row === undefined) return;
  await storage().delete(row.storage_key);
  await storage().delete(`${storageFolders.incoming}/${attachmentId}`);
  await db.write.rows(sql`
    delete from attachments where id = ${attachmentId} and refusal = 'redacted'`);
}
