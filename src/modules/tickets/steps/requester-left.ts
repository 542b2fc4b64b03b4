import type { Actor } from "@/platform/auth/actor";
import type { CommandTx } from "@/platform/command";
import { raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { ticketUpdated } from "../events";
import { logActivities, rowsOf } from "./many";

const ticketsMax = raw(String(limits.personTicketsMax));

/** Tells the tickets that wait for an answer that whoever asked has deleted their account. */
export async function tellRequesterLeft(
  tx: CommandTx,
  { actor, now }: { actor: Actor; now: Date },
  personId: string,
): Promise<void> {
  const active = await tx.rows<{ id: string }>(sql`
    update tickets set version = version + 1
    where id = any(array(select id from tickets
      where requester_id = ${personId} and status in ('open', 'pending', 'on_hold')
      order by id limit ${ticketsMax} for no key update))
    returning id`);
  const ids = active.map(({ id }) => id);
  const about = { ticketIds: ids, actorId: null, at: now };
  await logActivities(tx, about, { kind: "requester_left", detail: {} });
  const changes = [{ field: "requesterName", from: null, to: null }];
  for (const row of await rowsOf(tx, ids)) {
    const by = { id: actor.id, name: row.requester.name };
    tx.append(ticketUpdated.make({ row, changes, by }, { ticketId: row.id }));
  }
}
