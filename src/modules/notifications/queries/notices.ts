import type { Actor } from "@/platform/auth/actor";
import { db, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import type { Notice } from "../schema";

type Row = Omit<Notice, "abroad"> & { id: string; created_at: Date; as_of: number };
type Found = Row | { id: null; as_of: number };
const isRow = (row: Found): row is Row => row.id !== null;

/** What somebody was told of the installation and has not read, the newest first. */
export async function notices(actor: Actor) {
  const found = await db.write.rows<Found>(sql`
    select notices.id, level, title, says, path, notices.created_at, last as as_of
    from event_positions
    left join notices on user_id = ${actor.id} and listed and read_at is null
    order by notices.created_at desc, notices.id desc
    limit ${raw(String(limits.noticesShownMax))}`);
  return {
    notices: found.filter(isRow).map(({ created_at, as_of: _, ...notice }) => ({
      ...notice,
      at: created_at.toISOString(),
    })),
    asOf: found[0]?.as_of ?? 0,
  };
}
