import * as z from "zod";
import { command, commandIdSchema, once } from "@/platform/command";
import { sql } from "@/platform/database";

const forgetSchema = z.object({
  commandId: commandIdSchema,
  eventId: z.uuid(),
  ticketIds: z.array(z.uuid()),
});

/**
 * What inboxes and letters quote of tickets goes, because words were removed there for good. Which
 * words they were nobody says, so all quotes of these tickets go.
 */
export const forgetQuotes = command(
  "notifications.forgetQuotes",
  forgetSchema,
  async (tx, _, { eventId, ticketIds }) => {
    await tx.rows(sql`
      update notifications set words = '', version = version + 1
      where ticket_id = any(${ticketIds}::uuid[]) and words <> ''`);
    await tx.rows(sql`
      update notification_letters set words = ''
      where ticket_id = any(${ticketIds}::uuid[]) and words <> ''`);
    return { isFirst: await once(tx, "notifications-forget", eventId) };
  },
);
