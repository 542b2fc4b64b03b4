import { db, type Sql, sql } from "@/platform/database";
import { limits } from "@/platform/limits";

/**
 * Tickets whose requesters are to be asked: solved for as long as the settings say and answered by
 * somebody of the house; neither spam nor a test, and of nobody who was asked lately.
 */
export function dueTickets(now: Date): Sql {
  const within = new Date(now.getTime() - limits.ratingAskWithinMs);
  const lately = new Date(now.getTime() - limits.ratingAskAgainMs);
  return sql`satisfaction_settings settings
    join tickets on tickets.status = 'resolved'
      and tickets.resolved_at <= ${now}::timestamptz - settings.delay_minutes * interval '1 minute'
      and tickets.resolved_at > greatest(settings.since, ${within})
      and not tickets.synthetic and tickets.merged_into is null and not 'spam' = any(tickets.tags)
    join users on users.id = tickets.requester_id and users.role = 'customer'
      and users.suspended_at is null and not users.synthetic
    where settings.asks
      and exists (select from ticket_messages message join users author on author.id = message.author_id
        where message.ticket_id = tickets.id and message.kind = 'reply'
          and message.state = 'released' and author.role <> 'customer'
          and message.created_at between tickets.first_message_at and tickets.last_message_at)
      and not exists (select from satisfaction_ratings rating
        where rating.ticket_id = tickets.id and rating.resolution_at = tickets.resolved_at)
      and not exists (select from satisfaction_ratings rating
        where rating.requester_id = tickets.requester_id and rating.asked_at > ${lately})`;
}

/** Whether there is somebody to ask. */
export async function somebodyToAsk(now: Date): Promise<boolean> {
  const rows = await db.write.rows(sql`select tickets.id from ${dueTickets(now)} limit 1`);
  return rows.length > 0;
}
