import { raw, sql, type Transaction } from "@/platform/database";
import { limits } from "@/platform/limits";

const batch = raw(String(limits.trashBatchRows));

/** Tickets that have been in the trash for long enough; locked, and held by nobody else. */
export async function trashedBefore(tx: Transaction, before: Date): Promise<string[]> {
  const rows = await tx.rows<{ ticket_id: string }>(sql`
    select ticket_id from ticket_trash where emptied_at is null and trashed_at < ${before}
    order by trashed_at, ticket_id limit ${batch} for update skip locked`);
  return rows.map((row) => row.ticket_id);
}

/**
 * Leaves of tickets in the trash only their numbers, which are never given again. Their requesters
 * still see them as closed, and learn nothing of why they are empty.
 */
export async function emptyTickets(
  tx: Transaction,
  ticketIds: readonly string[],
  at: Date,
): Promise<void> {
  const ids = [...ticketIds];
  await tx.rows(sql`
    update tickets set subject = 'Removed', last_words = '', tags = '{}', fields = '{}',
      version = version + 1
    where id = any(${ids}::uuid[])`);
  await tx.rows(sql`
    update activity_logs set detail = '{}' where ticket_id = any(${ids}::uuid[])`);
  await tx.rows(sql`
    update ticket_trash set emptied_at = ${at} where ticket_id = any(${ids}::uuid[])`);
}
