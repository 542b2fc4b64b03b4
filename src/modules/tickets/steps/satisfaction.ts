import type { Actor } from "@/platform/auth/actor";
import type { CommandTx } from "@/platform/command";
import { sql } from "@/platform/database";
import { ticketUpdated } from "../events";
import type { Ticket } from "../rules/ticket";
import { logActivity, rowOf } from "../steps";

/**
 * Writes what its requester thinks of a ticket that this transaction holds, where lists and filters
 * find it, and tells it. The last change stays: nobody worked on it.
 */
export async function showSatisfaction(
  tx: CommandTx,
  { actor, now }: { actor: Actor; now: Date },
  ticket: Pick<Ticket, "id">,
  satisfaction: number,
): Promise<void> {
  const before = (await rowOf(tx, ticket.id)).satisfaction;
  if (before === satisfaction) return;
  await tx.rows(sql`
    update tickets set satisfaction = ${satisfaction}, version = version + 1
    where id = ${ticket.id}`);
  const about = { ticketId: ticket.id, actorId: actor.id, at: now };
  await logActivity(tx, about, { kind: "rated", detail: { satisfaction } });
  const row = await rowOf(tx, ticket.id);
  const changes = [{ field: "satisfaction", from: before, to: satisfaction }];
  const by = { id: actor.id, name: actor.name };
  tx.append(ticketUpdated.make({ row, changes, by }, { ticketId: ticket.id }));
}
