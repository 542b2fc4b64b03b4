import * as z from "zod";
import { systemActor } from "@/platform/auth/actor";
import { command, commandIdSchema } from "@/platform/command";
import { raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { ticketUpdated } from "../events";
import { logActivities, rowsOf } from "../steps/many";

const sweepMax = raw(String(limits.ticketsPerSweepMax));

/** Brings back tickets whose time has come, a bounded number at a time. Gives how many. */
export const wakeTickets = command(
  "tickets.wakeSnoozed",
  z.object({ commandId: commandIdSchema }),
  async (tx, { now }) => {
    const woken = await tx.rows<{ id: string }>(sql`
      update tickets set snoozed_until = null, version = version + 1, updated_at = ${now}
      where id = any(array(
        select id from tickets where snoozed_until <= ${now}
        order by snoozed_until, id limit ${sweepMax} for no key update skip locked))
      returning id`);
    const ids = woken.map(({ id }) => id);
    await logActivities(
      tx,
      { ticketIds: ids, actorId: null, at: now },
      { kind: "woken", detail: {} },
    );
    const by = { id: systemActor.id, name: systemActor.name };
    const changes = [{ field: "snoozedUntil", from: now.toISOString(), to: null }];
    for (const row of await rowsOf(tx, ids))
      tx.append(ticketUpdated.make({ row, changes, by }, { ticketId: row.id }));
    return { woken: ids.length };
  },
);
