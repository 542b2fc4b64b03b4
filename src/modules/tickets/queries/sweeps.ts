import { db, sql } from "@/platform/database";
import { limits } from "@/platform/limits";

/** Whether a ticket was resolved so long ago that it closes by itself. */
export async function somethingCloses(at: Date): Promise<boolean> {
  const before = new Date(at.getTime() - limits.autoCloseMs);
  const rows = await db.write.rows(sql`
    select id from tickets where status = 'resolved' and resolved_at < ${before} limit 1`);
  return rows.length > 0;
}

/** Whether a ticket was put aside until now. */
export async function somethingWakes(at: Date): Promise<boolean> {
  const rows = await db.write.rows(sql`
    select id from tickets where snoozed_until <= ${at} limit 1`);
  return rows.length > 0;
}
