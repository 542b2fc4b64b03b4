import { db, raw, sql } from "@/platform/database";

const batchMax = raw("500");

export type HeldMessage = { ticketId: string; messageId: string; authorId: string };

/** Held replies whose time has come and that nobody released: the queue lost them. */
export async function overdueHeld(before: Date): Promise<HeldMessage[]> {
  const rows = await db.write.rows<{ id: string; ticket_id: string; author_id: string }>(sql`
    select id, ticket_id, author_id from ticket_messages
    where state = 'held' and release_at <= ${before}
    order by release_at limit ${batchMax}`);
  return rows.map((row) => ({
    ticketId: row.ticket_id,
    messageId: row.id,
    authorId: row.author_id,
  }));
}
