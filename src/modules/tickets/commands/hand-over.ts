import * as z from "zod";
import { roleMay } from "@/modules/identity";
import { type CommandTx, command, commandIdSchema } from "@/platform/command";
import { bulk, raw, sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { handoverStarted, ticketUpdated } from "../events";
import { ticketRowsOf } from "../steps";
import { checkAssignment } from "./check-assignment";

const active = raw("status in ('open', 'pending', 'on_hold') and not synthetic");

const startSchema = z
  .object({
    commandId: commandIdSchema,
    fromId: z.uuid(),
    /** Who takes them; null leaves each to its team. */
    toId: z.uuid().nullable(),
  })
  .refine(({ fromId, toId }) => fromId !== toId, {
    message: "Choose somebody else: these tickets are theirs already.",
    path: ["toId"],
  });

/** Begins to give the open tickets of somebody who leaves to others; a job does it in batches. */
export const startHandover = command(
  "tickets.handOver",
  startSchema,
  async (tx, { actor, now }, { fromId, toId }) => {
    if (!roleMay(actor.role, "people.reassign")) throw new AppError("forbidden");
    await checkAssignment(tx, { assigneeId: toId });
    const from = await tx.first(sql`select id from users where id = ${fromId} for update`);
    if (from === undefined) throw new AppError("person_not_found");
    const running = await tx.first<{ id: string }>(sql`
      select id from handovers where from_id = ${fromId} and finished_at is null`);
    if (running !== undefined) throw new AppError("handover_running");
    const held = await tx.first<{ total: number }>(sql`
      select count(*)::int as total from tickets where assignee_id = ${fromId} and ${active}`);
    const handoverId = newId(now.getTime());
    const total = held?.total ?? 0;
    await tx.rows(sql`
      insert into handovers (id, from_id, to_id, asked_by, total, created_at)
      values (${handoverId}, ${fromId}, ${toId}, ${actor.id}, ${total}, ${now})`);
    tx.append(handoverStarted.make({ handoverId }));
    return { handoverId, total };
  },
);

type Handover = { id: string; from_id: string; to_id: string | null };
type Moved = { id: string; team_id: string | null };

const batchSchema = z.object({ commandId: commandIdSchema, handoverId: z.uuid() });

/**
 * Moves the next tickets of a handover, all of a batch or none. What was moved is not found again,
 * so a batch that ran without anybody hearing of it does no harm.
 */
export const handOverBatch = command(
  "tickets.handOverBatch",
  batchSchema,
  async (tx, { actor, now }, { handoverId }) => {
    const handover = await tx.first<Handover>(sql`
      select id, from_id, to_id from handovers
      where id = ${handoverId} and finished_at is null for update`);
    if (handover === undefined) return { finished: true, moved: 0 };
    const next = await tx.rows<{ id: string }>(sql`
      select id from tickets where assignee_id = ${handover.from_id} and ${active}
      order by id limit ${raw(String(limits.handoverBatchRows))} for no key update`);
    const finished = next.length < limits.handoverBatchRows;
    await tx.rows(sql`
      update handovers set moved = moved + ${next.length},
        finished_at = ${finished ? now : null} where id = ${handover.id}`);
    if (next.length === 0) return { finished, moved: 0 };
    const moved = await tx.rows<Moved>(sql`
      update tickets set assignee_id = ${handover.to_id}, version = version + 1, updated_at = ${now}
      where id = any(${next.map(({ id }) => id)}::uuid[]) returning id, team_id`);
    const changes = [{ field: "assigneeId", from: handover.from_id, to: handover.to_id }];
    await logAll(tx, moved, { actorId: actor.id, at: now, changes });
    const by = { id: actor.id, name: actor.name };
    for (const [ticketId, row] of await ticketRowsOf(
      tx,
      moved.map(({ id }) => id),
    ))
      tx.append(ticketUpdated.make({ row, changes, by }, { ticketId }));
    return { finished, moved: moved.length };
  },
);

async function logAll(
  tx: CommandTx,
  tickets: readonly Moved[],
  about: { actorId: string; at: Date; changes: unknown },
): Promise<void> {
  const detail = JSON.stringify({ changes: about.changes });
  const rows = tickets.map(({ id }) => [
    newId(about.at.getTime()),
    id,
    about.actorId,
    "changed",
    detail,
    about.at,
  ]);
  await tx.rows(sql`
    insert into activity_logs (id, ticket_id, actor_id, kind, detail, created_at)
    values ${bulk(rows)}`);
}
