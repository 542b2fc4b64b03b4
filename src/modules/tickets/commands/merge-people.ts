import * as z from "zod";
import {
  type MergingPerson,
  peopleForMerge,
  restorePerson,
  retirePerson,
} from "@/modules/identity";
import type { Actor } from "@/platform/auth/actor";
import { type CommandTx, command, commandIdSchema } from "@/platform/command";
import { raw, sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { inCopy } from "../access";
import { participantLeft, ticketUpdated } from "../events";
import { logActivities, rowsOf } from "../steps/many";

const mergeSchema = z.object({
  commandId: commandIdSchema,
  keptId: z.uuid(),
  mergedId: z.uuid(),
});

const refused = (reason: string) =>
  new AppError("person_merge_not_possible", { detail: { reason } });

const asked = raw(String(limits.personTicketsMax + 1));

/** The tickets of one person and those that they are in copy of, locked in the order of their ids. */
async function ticketsOf(tx: CommandTx, userId: string) {
  const rows = await tx.rows<Before>(sql`
    select id, requester_id, organization_id, participant_ids from tickets
    where requester_id = ${userId} or ${inCopy({ id: userId })}
    order by id limit ${asked} for no key update`);
  if (rows.length > limits.personTicketsMax) throw refused("too_many");
  return rows;
}

type Before = {
  id: string;
  requester_id: string;
  organization_id: string | null;
  participant_ids: string[];
};

/** Tells every ticket's history and screens who asked it now, and who is in copy. */
async function tellHanded(
  tx: CommandTx,
  { actor, now }: { actor: Actor; now: Date },
  before: readonly Before[],
  says: string,
) {
  const ticketIds = before.map((ticket) => ticket.id);
  const befores = new Map(before.map((one) => [one.id, one]));
  await logActivities(tx, { ticketIds, actorId: actor.id, at: now }, { kind: says, detail: {} });
  const by = { id: actor.id, name: actor.name };
  for (const row of await rowsOf(tx, ticketIds)) {
    const was = befores.get(row.id);
    if (was === undefined) continue;
    const copies = row.participantIds;
    const changes = [
      { field: "requesterId", from: was.requester_id, to: row.requester.id },
      { field: "organizationId", from: was.organization_id, to: row.organization?.id ?? null },
      { field: "participantIds", from: was.participant_ids, to: copies },
    ].filter(({ from, to }) => String(from) !== String(to));
    tx.append(ticketUpdated.make({ row, changes, by }, { ticketId: row.id }));
    const left = was.participant_ids.filter((id) => id !== row.requester.id);
    for (const personId of left.filter((id) => !copies.includes(id)))
      tx.append(participantLeft.make({ ticketId: row.id, personId }, { ticketId: row.id }));
  }
}

function mayMerge(kept: MergingPerson, merged: MergingPerson): void {
  if (kept.id === merged.id) throw refused("same");
  if (kept.role !== "customer" || merged.role !== "customer") throw refused("staff");
  if (kept.merged_into !== null || merged.merged_into !== null) throw refused("merged");
  if (kept.suspended_at !== null) throw refused("suspended");
}

/**
 * Two accounts are one person: the tickets of the one go to the other, and it is shut. What they
 * wrote keeps the name that it was written under. Locks the tickets first, then the two people.
 */
export const mergePeople = command(
  "tickets.mergePeople",
  mergeSchema,
  async (tx, { actor, now }, { keptId, mergedId }) => {
    const before = await ticketsOf(tx, mergedId);
    const ticketIds = before.map((ticket) => ticket.id);
    const [kept, merged] = await peopleForMerge(tx, [keptId, mergedId]);
    mayMerge(kept, merged);
    const mergeId = newId(now.getTime());
    await tx.rows(sql`
      insert into person_merges (id, kept_id, merged_id, merged_by, merged_at, was_suspended_at)
      values (${mergeId}, ${kept.id}, ${merged.id}, ${actor.id}, ${now}, ${merged.suspended_at})`);
    await tx.rows(sql`
      insert into person_merge_tickets (merge_id, ticket_id, organization_id, in_copy, kept_in_copy)
      select ${mergeId}, id, organization_id, requester_id <> ${merged.id},
        participant_ids @> array[${kept.id}]::uuid[]
      from tickets where id = any(${ticketIds}::uuid[])`);
    const own = before.filter((ticket) => ticket.requester_id === merged.id).map(({ id }) => id);
    await tx.rows(sql`
      update tickets set requester_id = ${kept.id}, organization_id = ${kept.organization_id},
        participant_ids = array_remove(participant_ids, ${kept.id}::uuid),
        version = version + 1, updated_at = ${now}
      where id = any(${own}::uuid[])`);
    await tx.rows(sql`
      update tickets set version = version + 1, updated_at = ${now}, participant_ids = case
        when requester_id = ${kept.id} or participant_ids @> array[${kept.id}]::uuid[]
        then array_remove(participant_ids, ${merged.id}::uuid)
        else array_replace(participant_ids, ${merged.id}::uuid, ${kept.id}::uuid) end
      where id = any(${ticketIds}::uuid[]) and not id = any(${own}::uuid[])`);
    await retirePerson(tx, merged.id, kept.id, now);
    await tellHanded(tx, { actor, now }, before, "people_merged");
    return { mergeId, tickets: own.length };
  },
);

const unmergeSchema = z.object({ commandId: commandIdSchema, mergeId: z.uuid() });

/** They are two after all: the tickets that came with the merge go back, the account opens. */
export const unmergePeople = command(
  "tickets.unmergePeople",
  unmergeSchema,
  async (tx, { actor, now }, { mergeId }) => {
    const merge = await tx.first<{ kept_id: string; merged_id: string; merged_at: Date }>(sql`
      select kept_id, merged_id, merged_at from person_merges where id = ${mergeId}`);
    if (merge === undefined) throw new AppError("person_not_found");
    if (merge.merged_at.getTime() + limits.mergeUndoMs < now.getTime()) throw refused("late");
    const locked = await tx.rows<Before>(sql`
      select tickets.id, requester_id, tickets.organization_id, participant_ids
      from tickets join person_merge_tickets came on came.ticket_id = tickets.id
      where came.merge_id = ${mergeId} and (tickets.requester_id = ${merge.kept_id}
        or came.in_copy and participant_ids @> array[${merge.kept_id}]::uuid[])
      order by tickets.id for no key update of tickets`);
    await peopleForMerge(tx, [merge.kept_id, merge.merged_id]);
    const undone = await tx.first<{ was_suspended_at: Date | null }>(sql`
      update person_merges set undone_at = ${now}, undone_by = ${actor.id}
      where id = ${mergeId} and undone_at is null returning was_suspended_at`);
    if (undone === undefined) throw refused("undone");
    const ticketIds = locked.map((row) => row.id);
    const [keptId, mergedId] = [sql`${merge.kept_id}::uuid`, sql`${merge.merged_id}::uuid`];
    await tx.rows(sql`
      update tickets set version = version + 1, updated_at = ${now},
        requester_id = case when came.in_copy then requester_id else ${mergedId} end,
        organization_id =
          case when came.in_copy then tickets.organization_id else came.organization_id end,
        participant_ids = case
          when not came.in_copy and came.kept_in_copy then array_append(participant_ids, ${keptId})
          when not came.in_copy then participant_ids
          when came.kept_in_copy or requester_id = ${keptId}
          then array_append(participant_ids, ${mergedId})
          else array_replace(participant_ids, ${keptId}, ${mergedId}) end
      from person_merge_tickets came
      where came.merge_id = ${mergeId} and came.ticket_id = tickets.id
        and tickets.id = any(${ticketIds}::uuid[])`);
    await restorePerson(tx, merge.merged_id, undone.was_suspended_at, now);
    await tellHanded(tx, { actor, now }, locked, "people_parted");
    return { tickets: ticketIds.length };
  },
);
