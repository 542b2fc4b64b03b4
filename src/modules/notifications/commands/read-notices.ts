import * as z from "zod";
import { command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { notificationNoticed } from "../events";

/** All that one was told of the installation is read; what was not mailed yet need not be. */
export const readNotices = command(
  "notifications.readNotices",
  z.object({ commandId: commandIdSchema }),
  async (tx, { actor, now }) => {
    const read = await tx.rows(sql`
      update notices
      set read_at = ${now}, mail_due_at = case when mailed_at is null then null else mail_due_at end
      where user_id = ${actor.id} and read_at is null returning id`);
    if (read.length > 0) tx.append(notificationNoticed.make({ userId: actor.id }));
    return { read: read.length };
  },
);
