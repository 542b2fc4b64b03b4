import { db, sql } from "@/platform/database";
import { cast } from "../rules/cast";

/** The ticket between Jonas and Mia that is most alive: with a note, and somebody's turn. */
export async function landingTicket(): Promise<number | null> {
  const [row] = await db.read.rows<{ number: number }>(sql`
    select tickets.number from tickets
    join users requester on requester.id = tickets.requester_id
    join users assignee on assignee.id = tickets.assignee_id
    where requester.email = ${cast.jonas} and assignee.email = ${cast.mia}
      and tickets.status in ('open', 'pending', 'on_hold')
      and exists (select from ticket_messages
        where ticket_messages.ticket_id = tickets.id and ticket_messages.kind = 'note'
          and ticket_messages.created_at between tickets.first_message_at
            and tickets.last_message_at)
    order by tickets.updated_at desc, tickets.id desc limit 1`);
  return row?.number ?? null;
}
