import * as z from "zod";
import { command, commandIdSchema, once } from "@/platform/command";
import { sql } from "@/platform/database";

/**
 * Words were removed from tickets for good: what their custom fields said before a bulk action may
 * say them still. An undo then leaves the fields as they are.
 */
export const forgetFields = command(
  "bulk.forgetFields",
  z.object({ commandId: commandIdSchema, eventId: z.uuid(), ticketIds: z.array(z.uuid()) }),
  async (tx, _, { eventId, ticketIds }) => {
    if (!(await once(tx, "bulk-forget", eventId))) return { forgotten: 0 };
    const rows = await tx.rows(sql`
      update bulk_action_tickets set before = before - 'fields'
      where ticket_id = any(${ticketIds}::uuid[]) and before ? 'fields' returning ticket_id`);
    return { forgotten: rows.length };
  },
);
