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
import { ticketUpdated } from "../events";
import { logActivities, rowsOf } from "../steps/many";

const mergeSchema = z.object({
  commandId: commandIdSchema,
  keptId: z.uuid(),
  mergedId: z.uuid(),
});

const refused = (reason: string) =>
  new AppError("person_merge_not_possible", { detail: { reason } });

const asked = raw(String(limits.personTicketsMax + 1));

/** The tickets of one person, locked in the order of their ids. */
async function ticketsOf(tx: CommandTx, userId: string) {
  const rows = await tx.rows<Before>(sql`
    select id, organization_id from tickets where requester_id = ${userId}
    order by id limit ${asked} for no key update`);
  if (rows.length > limits.personTicketsMax) throw refused("too_many");
  return rows;
}

type Before = { id: string; organization_id: string | null };
type Handed = { before: readonly Before[]; fromId: string; toId: string; says: string };

/** Tells every ticket's history and screens that it has another requester. */
async function tellHanded(
  tx: CommandTx,
  { actor, now }: { actor: Actor; now: Date },
  { before, fromId, toId, says }: Handed,
) {
  const ticketIds = before.map((ticket) => ticket.id);
  const organizations = new Map(before.map((one) => [one.id, one.organization_id]));
  const about = { ticketIds, actorId: actor.id, at: now };
  await logActivities(tx, about, { kind: says, detail: {} });
  const requester = { field: "requesterId", from: fromId, to: toId };
  const by = { id: actor.id, name: actor.name };
  for (const row of await rowsOf(tx, ticketIds)) {
    const from = organizations.get(row.id) ?? null;
    const organization = { field: "organizationId", from, to: row.organization?.id ?? null };
    const changes = [requester, organization];
    tx.append(ticketUpdated.make({ row, changes, by }, { ticketId: row.id }));
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
      insert into person_merge_tickets (merge_id, ticket_id, organization_id)
      select ${mergeId}, id, organization_id from tickets where id = any(${ticketIds}::uuid[])`);
    await tx.rows(sql`
      update tickets set requester_id = ${kept.id}, organization_id = ${kept.organization_id},
        version = version + 1, updated_at = ${now}
      where id = any(${ticketIds}::uuid[])`);
    await retirePerson(tx, merged.id, kept.id, now);
    const handed = { before, fromId: merged.id, toId: kept.id, says: "people_merged" };
    await tellHanded(tx, { actor, now }, handed);
    return { mergeId, tickets: ticketIds.length };
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
      select tickets.id, tickets.organization_id from tickets
      where tickets.id = any(array(
        select ticket_id from person_merge_tickets where merge_id = ${mergeId}))
        and tickets.requester_id = ${merge.kept_id}
      order by tickets.id for no key update`);
    await peopleForMerge(tx, [merge.kept_id, merge.merged_id]);
    const undone = await tx.first<{ was_suspended_at: Date | null }>(sql`
      update person_merges set undone_at = ${now}, undone_by = ${actor.id}
      where id = ${mergeId} and undone_at is null returning was_suspended_at`);
    if (undone === undefined) throw refused("undone");
    const ticketIds = locked.map((row) => row.id);
    await tx.rows(sql`
      update tickets set requester_id = ${merge.merged_id}, version = version + 1,
        updated_at = ${now}, organization_id = came.organization_id
      from person_merge_tickets came
      where came.merge_id = ${mergeId} and came.ticket_id = tickets.id
        and tickets.id = any(${ticketIds}::uuid[])`);
    await restorePerson(tx, merge.merged_id, undone.was_suspended_at, now);
    const { kept_id: fromId, merged_id: toId } = merge;
    await tellHanded(tx, { actor, now }, { before: locked, fromId, toId, says: "people_parted" });
    return { tickets: ticketIds.length };
  },
);
