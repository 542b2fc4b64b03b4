import * as z from "zod";
import type { Actor } from "@/platform/auth/actor";
import { type CommandTx, command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { ticketUpdated } from "../events";
import type { TicketStatus } from "../rules/words";
import { logActivity, rowOf, ticketForUpdate } from "../steps";

const schema = z.object({ commandId: commandIdSchema, ticketId: z.uuid() });

type Kept = {
  status_before: TicketStatus;
  resolved_before: Date | null;
  closed_before: Date | null;
};

/** Tells of a ticket that went into the trash, or came out of it. */
async function tell(
  tx: CommandTx,
  about: { ticketId: string; actor: Actor; at: Date },
  kind: "trashed" | "restored",
  status: { from: TicketStatus; to: TicketStatus },
): Promise<{ ticketId: string; version: number }> {
  const { ticketId, actor, at } = about;
  await logActivity(tx, { ticketId, actorId: actor.id, at }, { kind, detail: {} });
  const row = await rowOf(tx, ticketId);
  const isSpam = kind === "trashed";
  const changes = [
    ...(status.from === status.to ? [] : [{ field: "status", ...status }]),
    { field: "spam", from: !isSpam, to: isSpam },
  ];
  const by = { id: actor.id, name: actor.name };
  tx.append(ticketUpdated.make({ row, changes, by }, { ticketId }));
  return { ticketId, version: row.version };
}

/**
 * Puts a ticket that nobody wants into the trash: it is closed, and counts nowhere any more. What
 * it was before is kept for those who bring it back.
 */
export const markSpam = command(
  "tickets.markSpam",
  schema,
  async (tx, { actor, now }, { ticketId }) => {
    const ticket = await ticketForUpdate(tx, actor, ticketId);
    if (ticket.mergedInto !== null)
      throw new AppError("ticket_merged", { detail: { number: ticket.mergedInto } });
    // A ticket of our own probes, or one that lies there already.
    if (ticket.synthetic) return { ticketId, version: ticket.version };
    await tx.rows(sql`
      insert into ticket_trash (ticket_id, status_before, resolved_before, closed_before,
        trashed_by, trashed_at)
      values (${ticketId}, ${ticket.status}, ${ticket.resolvedAt}, ${ticket.closedAt},
        ${actor.id}, ${now})
      on conflict (ticket_id) do update set status_before = excluded.status_before,
        resolved_before = excluded.resolved_before, closed_before = excluded.closed_before,
        trashed_by = excluded.trashed_by, trashed_at = excluded.trashed_at`);
    await tx.rows(sql`
      update tickets set synthetic = true, status = 'closed', closed_at = ${now},
        resolved_at = coalesce(resolved_at, ${now}), snoozed_until = null,
        version = version + 1, updated_at = ${now}
      where id = ${ticketId}`);
    const status = { from: ticket.status, to: "closed" as const };
    return tell(tx, { ticketId, actor, at: now }, "trashed", status);
  },
);

/**
 * Brings it back as it was.
 * @throws AppError `ticket_not_found` where it is not in the trash, or was emptied.
 */
export const unmarkSpam = command(
  "tickets.unmarkSpam",
  schema,
  async (tx, { actor, now }, { ticketId }) => {
    const ticket = await ticketForUpdate(tx, actor, ticketId);
    const kept = await tx.first<Kept>(sql`
      delete from ticket_trash where ticket_id = ${ticketId} and emptied_at is null
      returning status_before, resolved_before, closed_before`);
    if (kept === undefined) throw new AppError("ticket_not_found");
    await tx.rows(sql`
      update tickets set synthetic = false, status = ${kept.status_before},
        resolved_at = ${kept.resolved_before}, closed_at = ${kept.closed_before},
        version = version + 1, updated_at = ${now}
      where id = ${ticketId}`);
    const status = { from: ticket.status, to: kept.status_before };
    return tell(tx, { ticketId, actor, at: now }, "restored", status);
  },
);
