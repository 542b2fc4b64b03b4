import * as z from "zod";
import { type TicketRow, ticketRowsOf } from "@/modules/tickets";
import { command, commandIdSchema } from "@/platform/command";
import { sql, type Transaction } from "@/platform/database";
import { limits } from "@/platform/limits";
import { notificationChanged } from "../events";
import { snoozedUntil, snoozePresets } from "../rules/day";
import { triaged, triageVerbs } from "../rules/inbox-row";
import { forgetLetters } from "../steps/letters";
import { isListed, rowsForUpdate, saveRows, viewOf } from "../steps/rows";

const schema = z
  .object({
    commandId: commandIdSchema,
    /** By number, as addresses name a ticket. Those of which one is not told are passed over. */
    numbers: z
      .array(z.int().positive().max(Number.MAX_SAFE_INTEGER))
      .min(1)
      .max(limits.notificationsPerTriageMax),
    verb: z.enum(triageVerbs),
    until: z.enum(snoozePresets).optional(),
  })
  .refine(({ verb, until }) => (verb === "snooze") === (until !== undefined), {
    message: "Only a snooze has a time, and it needs one.",
    path: ["until"],
  });

async function zoneOf(tx: Transaction, userId: string): Promise<string> {
  const row = await tx.first<{ time_zone: string }>(
    sql`select time_zone from users where id = ${userId}`,
  );
  return row?.time_zone ?? "UTC";
}

async function namesOf(tx: Transaction, ids: readonly (string | null)[]) {
  const rows = await tx.rows<{ id: string; name: string }>(sql`
    select id, name from users where id = any(${ids.filter((id) => id !== null)}::uuid[])`);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Deals with rows of one's own inbox: read, done, away for a while. */
export const triage = command("notifications.triage", schema, async (tx, context, input) => {
  const { actor, now } = context;
  const until =
    input.until === undefined ? null : snoozedUntil(input.until, await zoneOf(tx, actor.id), now);
  const rows = await rowsForUpdate(
    tx,
    sql`user_id = ${actor.id} and ticket_id = any(array(
      select id from tickets where number = any(${input.numbers}::bigint[])))`,
  );
  const changed = rows.flatMap((row) => {
    const state = triaged(row, input.verb, now, until);
    return state === null ? [] : [{ ...row, ...state, version: row.version + 1 }];
  });
  await saveRows(tx, changed, now);
  const ticketIds = changed.map((row) => row.ticketId);
  if (input.verb === "read" || input.verb === "done") await forgetLetters(tx, actor.id, ticketIds);
  const tickets = await ticketRowsOf(tx, ticketIds);
  const names = await namesOf(
    tx,
    changed.map((row) => row.byId),
  );
  for (const row of changed) {
    const ticket: TicketRow | undefined = tickets.get(row.ticketId);
    if (ticket === undefined) continue;
    const view = viewOf(row, ticket, names.get(row.byId ?? "") ?? null);
    const told = { userId: actor.id, row: view, listed: isListed(row), alert: false };
    tx.append(notificationChanged.make(told));
  }
  return { changed: changed.length, until: until?.toISOString() ?? null };
});
