import * as z from "zod";
import { command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { asideChanged } from "../events";
import { logActivity, ticketForUpdate } from "../steps";

const followSchema = z.object({
  commandId: commandIdSchema,
  ticketId: z.uuid(),
  following: z.boolean(),
});

/** Whether one hears of a ticket that is not one's own. */
export const followTicket = command(
  "tickets.follow",
  followSchema,
  async (tx, { actor, now }, { ticketId, following }) => {
    const ticket = await ticketForUpdate(tx, actor, ticketId);
    const changed = following
      ? await tx.rows(sql`
          insert into ticket_followers (ticket_id, user_id, created_at)
          values (${ticket.id}, ${actor.id}, ${now})
          on conflict (ticket_id, user_id) do nothing returning user_id`)
      : await tx.rows(sql`
          delete from ticket_followers
          where ticket_id = ${ticket.id} and user_id = ${actor.id} returning user_id`);
    if (changed.length > 0) {
      const entry = { kind: following ? "followed" : "unfollowed", detail: {} };
      await logActivity(tx, { ticketId: ticket.id, actorId: actor.id, at: now }, entry);
      tx.append(
        asideChanged.make({ ticketId: ticket.id, part: "followers" }, { ticketId: ticket.id }),
      );
    }
    return { following };
  },
);
