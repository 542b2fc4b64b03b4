import { now } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { newId } from "@/platform/ids";

/** A run of the load lab that goes on, so that nobody can start another. */
export async function aRunUnderWay(authorId: string): Promise<void> {
  await db.write.rows(sql`
    insert into load_runs (id, state, options, asked_at, seen_at, author_id)
    values (${newId()}, 'running', '{}', ${now()}, ${now()}, ${authorId})
    on conflict do nothing`);
}
