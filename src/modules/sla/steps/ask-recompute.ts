import { sql, type Transaction } from "@/platform/database";
import { newId } from "@/platform/ids";

export type RecomputeReason = "policies" | "calendars" | "zone_data";

/**
 * Asks for the clocks of open tickets to be read again. A run that has not come to its end is ended:
 * the new one reads what it would have read.
 */
export async function askRecompute(
  tx: Transaction,
  about: { reason: RecomputeReason; actorId: string | null; now: Date },
): Promise<string> {
  const { reason, actorId, now } = about;
  await tx.rows(sql`
    update sla_recomputes set ended_at = ${now} where ended_at is null and asked_since is null`);
  const id = newId(now.getTime());
  await tx.rows(sql`
    insert into sla_recomputes (id, reason, actor_id, created_at)
    values (${id}, ${reason}, ${actorId}, ${now})`);
  return id;
}
