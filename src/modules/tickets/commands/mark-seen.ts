import * as z from "zod";
import { command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { readableTickets } from "../access";

const markSeenSchema = z.object({
  commandId: commandIdSchema,
  ticketId: z.uuid(),
  /** The last message that was on the screen; null makes the ticket unread again. */
  seenAt: z.iso.datetime().nullable(),
});

/** Remembers how far a person has read; two devices keep the later mark. */
export const markSeen = command(
  "tickets.markSeen",
  markSeenSchema,
  async (tx, { actor }, input) => {
    const ticket = await tx.first(sql`
    select id from tickets where tickets.id = ${input.ticketId} and ${readableTickets(actor)}`);
    if (ticket === undefined) throw new AppError("ticket_not_found");
    if (input.seenAt === null) {
      await tx.rows(sql`
      delete from ticket_reads where user_id = ${actor.id} and ticket_id = ${input.ticketId}`);
      return { seenAt: null };
    }
    const seenAt = new Date(input.seenAt);
    const marked = await tx.first<{ seen_at: Date }>(sql`
    insert into ticket_reads (user_id, ticket_id, seen_at)
    values (${actor.id}, ${input.ticketId}, ${seenAt})
    on conflict (user_id, ticket_id)
      do update set seen_at = greatest(ticket_reads.seen_at, excluded.seen_at)
    returning seen_at`);
    return { seenAt: (marked?.seen_at ?? seenAt).toISOString() };
  },
);
