import { sql, type Transaction } from "@/platform/database";

/**
 * Whether this consumer meets this event for the first time; recorded in the same transaction as
 * the effect, so that the same event twice has the effect of one.
 */
export async function once(tx: Transaction, consumer: string, eventId: string): Promise<boolean> {
  const recorded = await tx.rows(sql`
    insert into effects (consumer, event_id) values (${consumer}, ${eventId})
    on conflict do nothing
    returning event_id`);
  return recorded.length > 0;
}
