import * as z from "zod";
import { now } from "@/platform/clock";
import { command, commandIdSchema, once } from "@/platform/command";
import { db, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";

const batch = raw(String(limits.mailPageRows));

/** Mails of which nothing was made, and mails in the trash, go after a while, a few at a time. */
export async function forgetTrashedMails(): Promise<void> {
  const before = new Date(now().getTime() - limits.mailTrashMs);
  await db.write.rows(sql`
    delete from raw_mails where id = any(array(
      select id from raw_mails
      where (state = 'trashed' and trashed_at < ${before})
        or (state = 'decided' and outcome in ('ignore', 'duplicate') and received_at < ${before})
      limit ${batch}))`);
}

/**
 * Takes the originals of tickets away, because words or files were removed there for good. Which
 * ones nobody says, and the parts of a mail are coded in many ways, so they go whole; what the
 * letter became stays, without them.
 */
export const forgetOriginalsOf = command(
  "mail.forgetOriginals",
  z.object({ commandId: commandIdSchema, eventId: z.uuid(), ticketIds: z.array(z.uuid()) }),
  async (tx, _context, { eventId, ticketIds }) => {
    await tx.rows(sql`
      delete from raw_mail_contents where raw_mail_id in (
        select id from raw_mails where ticket_id = any(${ticketIds}::uuid[]))`);
    await tx.rows(sql`
      update raw_mails set subject = null where ticket_id = any(${ticketIds}::uuid[])`);
    return { isFirst: await once(tx, "mail-forget", eventId) };
  },
);
