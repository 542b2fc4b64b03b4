import { db, raw, sql } from "@/platform/database";

const batch = raw("1000");

/**
 * Lets parked events be published again, the oldest first: what stopped them may be mended by now.
 * One that still cannot be published is parked again after its tries and delays no other.
 */
export async function tryParkedAgain(): Promise<number> {
  const tried = await db.write.rows(sql`
    update outbox set parked_at = null, attempts = 0
    where id = any(array(
      select id from outbox where parked_at is not null and published_at is null
      order by position limit ${batch}))
    returning id`);
  return tried.length;
}
