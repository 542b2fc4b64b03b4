import { db, raw, sql } from "@/platform/database";

/** How many events wait to be told, counted no further than `countMax`; two partial indexes hold them. */
export async function untoldEvents(countMax: number): Promise<number> {
  const limit = raw(String(countMax));
  const [row] = await db.write.rows<{ untold: number }>(sql`
    select count(*)::int as untold from (
      (select 1 from outbox where position is null limit ${limit}) union all
      (select 1 from outbox where published_at is null and parked_at is null
        and position is not null limit ${limit})
      limit ${limit}) as waiting`);
  return row?.untold ?? 0;
}
