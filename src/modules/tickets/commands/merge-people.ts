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
import { logActivity } from "../steps";
import { logActivities, rowsOf } from "../steps/many";

const mergeSchema = z.object({
  commandId: commandIdSchema,
  keptId: z.uuid(),
  mergedId: z.uuid(),
});

const refused = (reason: string) =>
  new AppError("person_merge_not_possible", { detail: { reason } });

const asked = raw(String(limits.personTicketsMax + 1));

/** The tickets that one person asked or is in copy of, locked in the order of their ids. */
async function ticketsOf(tx: CommandTx, userId: string) {
  const rows = await tx.rows<Before>(sql`
    select id, organization_id, participant_ids, requester_id = ${userId} as asked from tickets
    where requester_id = ${userId} or ${inCopy({ id: userId })}
    order by id limit ${asked} for no key update`);
  if (rows.length > limits.personTicketsMax) throw refused("too_many");
  return rows;
}

type Before = {
  id: string;
  organization_id: string | null;
  participant_ids: string[];
  asked: boolean;
};
type Handed = { before: readonly Before[]; fromId: string; toId: string; says: string };

/** Tells every ticket's history and screens who asked, and who is in copy, from now on. */
async function tellHanded(
  tx: CommandTx,
  { actor, now }: { actor: Actor; now: Date },
  { before, fromId, toId, says }: Handed,
) {
  const by = { id: actor.id, name: actor.name };
  const about = { actorId: actor.id, at: now };
  const beforeOf = new Map(before.map((one) => [one.id, one]));
  const ticketIds = before.filter((ticket) => ticket.asked).map((ticket) => ticket.id);
  await logActivities(tx, { ticketIds, ...about }, { kind: says, detail: {} });
  const ids = before.map((ticket) => ticket.id);
  for (const row of await rowsOf(tx, ids)) {
    const was = beforeOf.get(row.id);
    if (was === undefined) continue;
    const copies = { field: "participantIds", from: was.participant_ids, to: row.participantIds };
    const organizationId = row.organization?.id ?? null;
    const changes = was.asked
      ? [
          { field: "requesterId", from: fromId, to: toId },
          { field: "organizationId", from: was.organization_id, to: organizationId },
        ]
      : [copies];
    const ticketId = row.id;
    if (!was.asked)
      await logActivity(tx, { ticketId, ...about }, { kind: "changed", detail: { changes } });
    tx.append(ticketUpdated.make({ row, changes, by }, { ticketId }));
    for (const personId of was.participant_ids)
      if (!row.participantIds.includes(personId) && row.requester.id !== personId)
        tx.append(participantLeft.make({ ticketId, personId }, { ticketId }));
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
    const copied = (id: string) => sql`${id} = any(participant_ids)`;
    const [kept, merged] = await peopleForMerge(tx, [keptId, mergedId]);
    mayMerge(kept, merged);
    const mergeId = newId(now.getTime());
    await tx.rows(sql`
      insert into person_merges (id, kept_id, merged_id, merged_by, merged_at, was_suspended_at)
      values (${mergeId}, ${kept.id}, ${merged.id}, ${actor.id}, ${now}, ${merged.suspended_at})`);
    await tx.rows(sql`
      insert into person_merge_tickets (merge_id, ticket_id, organization_id, asked, in_copy,
        kept_in_copy)
      select ${mergeId}, id, organization_id, requester_id = ${merged.id}, ${copied(merged.id)},
        ${copied(kept.id)}
      from tickets where id = any(${ticketIds}::uuid[])`);
    // Who asked has the ticket anyway, and nobody is in copy twice.
    await tx.rows(sql`
      update tickets set
        requester_id = case when requester_id = ${merged.id} then ${kept.id} else requester_id end,
        organization_id = case when requester_id = ${merged.id}
          then ${kept.organization_id} else organization_id end,
        participant_ids = case
          when requester_id in (${merged.id}, ${kept.id})
            then array_remove(array_remove(participant_ids, ${merged.id}), ${kept.id})
          when ${copied(kept.id)} then array_remove(participant_ids, ${merged.id})
          else array_replace(participant_ids, ${merged.id}, ${kept.id}) end,
        version = version + 1, updated_at = ${now}
      where id = any(${ticketIds}::uuid[])`);
    await retirePerson(tx, merged.id, kept.id, now);
    const handed = { before, fromId: merged.id, toId: kept.id, says: "people_merged" };
    await tellHanded(tx, { actor, now }, handed);
    return { mergeId, tickets: before.filter((ticket) => ticket.asked).length };
  },
);

/** One more in copy, where there is room. */
const andAlso = (personId: string) => sql`(case
  when cardinality(participant_ids) < ${limits.participantsMax}
    then array_append(participant_ids, ${personId}) else participant_ids end)`;

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
    // Where others have said since who asked or is in copy, that stays.
    const keptInCopy = sql`${merge.kept_id} = any(tickets.participant_ids)`;
    const locked = await tx.rows<Before>(sql`
      select tickets.id, tickets.organization_id, tickets.participant_ids, came.asked
      from tickets join person_merge_tickets came on came.ticket_id = tickets.id
      where came.merge_id = ${mergeId}
        and (tickets.requester_id = ${merge.kept_id} or (not came.asked and ${keptInCopy}))
      order by tickets.id for no key update of tickets`);
    await peopleForMerge(tx, [merge.kept_id, merge.merged_id]);
    const undone = await tx.first<{ was_suspended_at: Date | null }>(sql`
      update person_merges set undone_at = ${now}, undone_by = ${actor.id}
      where id = ${mergeId} and undone_at is null returning was_suspended_at`);
    if (undone === undefined) throw refused("undone");
    const ticketIds = locked.map((row) => row.id);
    await tx.rows(sql`
      update tickets set
        requester_id = case when came.asked then ${merge.merged_id} else requester_id end,
        organization_id = case when came.asked
          then came.organization_id else tickets.organization_id end,
        participant_ids = case
          when came.asked and came.kept_in_copy then ${andAlso(merge.kept_id)}
          when came.asked then participant_ids
          when came.kept_in_copy or requester_id = ${merge.kept_id} then ${andAlso(merge.merged_id)}
          else array_replace(participant_ids, ${merge.kept_id}, ${merge.merged_id}) end,
        version = version + 1, updated_at = ${now}
      from person_merge_tickets came
      where came.merge_id = ${mergeId} and came.ticket_id = tickets.id
        and tickets.id = any(${ticketIds}::uuid[])`);
    await restorePerson(tx, merge.merged_id, undone.was_suspended_at, now);
    const { kept_id: fromId, merged_id: toId } = merge;
    await tellHanded(tx, { actor, now }, { before: locked, fromId, toId, says: "people_parted" });
    return { tickets: ticketIds.length };
  },
);
