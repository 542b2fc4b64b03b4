import { db, sql } from "@/platform/database";

/** Whether a session may be made for somebody; the suspended keep their account and stay outside. */
export async function maySignIn(userId: string): Promise<boolean> {
  const rows = await db.write.rows(sql`
    select id from users where id = ${userId} and suspended_at is null`);
  return rows.length > 0;
}
