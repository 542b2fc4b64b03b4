import { db, sql } from "@/platform/database";

/** Whether an article is to be published by now. */
export async function somethingIsDue(now: Date): Promise<boolean> {
  const rows = await db.write.rows(sql`
    select article_id from kb_translations where publish_at <= ${now} limit 1`);
  return rows.length > 0;
}
