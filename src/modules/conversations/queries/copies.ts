import { db, sql } from "@/platform/database";

/** Whether no queue holds any more what was said in tickets before words were removed there. */
export async function copiesAreGone(eventId: string): Promise<boolean> {
  const rows = await db.write.rows(sql`
    select 1 from effects where consumer = 'scrub' and event_id = ${eventId}`);
  return rows.length > 0;
}
