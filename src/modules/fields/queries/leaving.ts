import { db, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";

export type Leaving =
  | { kind: "tag"; name: string; sinceMs: number }
  | { kind: "field"; key: string; sinceMs: number };

/** What is being taken off all tickets: for upkeep, which goes on where a queue lost its job. */
export async function leavingNow(): Promise<Leaving[]> {
  const most = raw(String(limits.customFieldsMax));
  const tags = await db.write.rows<{ name: string; leaving_since: Date }>(sql`
    select name, leaving_since from tags where leaving_since is not null
    order by leaving_since limit ${most}`);
  const fields = await db.write.rows<{ key: string; leaving_since: Date }>(sql`
    select key, leaving_since from custom_fields where leaving_since is not null limit ${most}`);
  return [
    ...tags.map(
      (row): Leaving => ({
        kind: "tag",
        name: row.name,
        sinceMs: row.leaving_since.getTime(),
      }),
    ),
    ...fields.map(
      (row): Leaving => ({
        kind: "field",
        key: row.key,
        sinceMs: row.leaving_since.getTime(),
      }),
    ),
  ];
}
