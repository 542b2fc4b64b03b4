import type { Actor } from "@/platform/auth/actor";
import { db, sql } from "@/platform/database";

/**
 * Which of these tickets hold an answer that a customer has not seen: of somebody else, released,
 * later than the mark of their reading. The caller has checked the tickets. Notes do not count,
 * though they move the ticket's own times.
 */
export async function unreadRequests(
  actor: Actor,
  ticketIds: readonly string[],
): Promise<string[]> {
  if (ticketIds.length === 0) return [];
  // Both bounds come from the ticket, so that other months' partitions are not opened.
  const rows = await db.read.rows<{ id: string }>(sql`
    select tickets.id from tickets
    left join ticket_reads
      on ticket_reads.ticket_id = tickets.id and ticket_reads.user_id = ${actor.id}
    where tickets.id = any(${[...ticketIds]}::uuid[]) and exists (
      select from ticket_messages
      where ticket_messages.ticket_id = tickets.id
        and ticket_messages.created_at >= coalesce(ticket_reads.seen_at, tickets.first_message_at)
        and ticket_messages.created_at <= tickets.last_message_at
        and (ticket_reads.seen_at is null or ticket_messages.created_at > ticket_reads.seen_at)
        and ticket_messages.kind = 'reply' and ticket_messages.state = 'released'
        and ticket_messages.author_id <> ${actor.id})`);
  return rows.map((row) => row.id);
}
