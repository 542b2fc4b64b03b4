import * as z from "zod";
import { command, commandIdSchema, once } from "@/platform/command";
import { sql } from "@/platform/database";

const schema = z.object({
  commandId: commandIdSchema,
  eventId: z.uuid(),
  ticketIds: z.array(z.uuid()),
});

/**
 * What was sent of tickets that lost words for good goes from the log, and what still waits is not
 * sent. Which words they were nobody says, so all of these tickets go. The receivers are told by
 * an event of its own.
 */
export const withdraw = command(
  "webhooks.withdraw",
  schema,
  async (tx, { now }, { eventId, ticketIds }) => {
    await tx.rows(sql`
      update webhook_attempts set response = ''
      where delivery_id in (
        select id from webhook_deliveries where ticket_id = any(${ticketIds}::uuid[]))`);
    await tx.rows(sql`
      update webhook_deliveries
      set body = '', state = case when state = 'waiting' then 'withdrawn' else state end,
        due_at = null, claimed_until = null, settled_at = coalesce(settled_at, ${now})
      where ticket_id = any(${ticketIds}::uuid[]) and body <> ''`);
    return { isFirst: await once(tx, "webhooks-withdraw", eventId) };
  },
);
