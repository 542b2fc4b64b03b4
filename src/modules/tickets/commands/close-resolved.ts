import * as z from "zod";
import { systemActor } from "@/platform/auth/actor";
import { command, commandIdSchema } from "@/platform/command";
import { raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { ticketUpdated } from "../events";
import { logActivities, rowsOf } from "../steps/many";

const sweepMax = raw(String(limits.ticketsPerSweepMax));

/**
 * Closes tickets that were resolved long ago, a bounded number at a time; what somebody holds at
 * this moment waits for the next time. Gives how many it closed.
 */
export const closeResolved = command(
  "tickets.closeResolved",
  z.object({ commandId: commandIdSchema }),
  async (tx, { now }) => {
    const before = new Date(now.getTime() - limits.autoCloseMs);
    const closed = await tx.rows<{ id: string }>(sql`
      update tickets set status = 'closed', closed_at = ${now}, version = version + 1,
        updated_at = ${now}
      where id = any(array(
        select id from tickets where status = 'resolved' and resolved_at < ${before}
        order by resolved_at, id limit ${sweepMax} for no key update skip locked))
      returning id`);
    const ids = closed.map(({ id }) => id);
    const changes = [{ field: "status", from: "resolved", to: "closed" }];
    const entry = { kind: "changed", detail: { changes } };
    await logActivities(tx, { ticketIds: ids, actorId: null, at: now }, entry);
    const by = { id: systemActor.id, name: systemActor.name };
    for (const row of await rowsOf(tx, ids))
      tx.append(ticketUpdated.make({ row, changes, by }, { ticketId: row.id }));
    return { closed: ids.length };
  },
);
