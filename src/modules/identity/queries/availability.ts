import type { Actor } from "@/platform/auth/actor";
import { now } from "@/platform/clock";
import { db, sql } from "@/platform/database";

/** Until when somebody said that they are away; null when they are here. */
export async function availability(actor: Actor) {
  const [row] = await db.write.rows<{ away_until: Date | null; as_of: number }>(sql`
    select away_until, last as as_of from event_positions left join users on users.id = ${actor.id}`);
  const until = row?.away_until ?? null;
  const isAway = until !== null && until > now();
  return { awayUntil: isAway ? until.toISOString() : null, asOf: row?.as_of ?? 0 };
}
