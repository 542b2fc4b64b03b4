import type { Actor } from "@/platform/auth/actor";
import type { CommandTx } from "@/platform/command";
import { bulk, sql } from "@/platform/database";
import { AppError, type ErrorCode } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { readableTickets } from "../access";
import { ticketUpdated } from "../events";
import { snoozeRefusal, untilReply } from "../rules/snooze";
import type { Ticket } from "../rules/ticket";
import { type StoredTicket, ticketRowsOf, toTicket } from "../steps";

/**
 * Until when a ticket is put aside.
 * @throws AppError `invalid_input` for a time that is over, or too far away.
 */
export function snoozeTime(until: string | null, now: Date): Date | null {
  if (until === null) return null;
  if (until === "reply") return untilReply;
  const at = new Date(until);
  const aheadMs = at.getTime() - now.getTime();
  if (at < untilReply && (aheadMs <= 0 || aheadMs > limits.snoozeMsMax))
    throw new AppError("invalid_input", { detail: { field: "until" } });
  return at;
}

type Wanted = { ticketId: string; touchedAt: Date; until: Date | null };
export type SnoozeOutcome =
  | { ticketId: string; code: null; before: string | null; touchedAt: Date }
  | { ticketId: string; code: ErrorCode };

/** Puts many tickets aside or brings them back, each by itself, in as many statements as one. */
export async function snoozeTickets(
  tx: CommandTx,
  { actor, now }: { actor: Actor; now: Date },
  wanted: readonly Wanted[],
): Promise<SnoozeOutcome[]> {
  const ids = wanted.map(({ ticketId }) => ticketId);
  const locked = await tx.rows<StoredTicket>(sql`
    select tickets.* from tickets
    where tickets.id = any(${ids}::uuid[]) and ${readableTickets(actor)}
    order by tickets.id for no key update`);
  const byId = new Map(locked.map((row) => [row.id, toTicket(row)]));
  const changed: { ticket: Ticket; to: Date | null }[] = [];
  const outcomes = wanted.map(({ ticketId, touchedAt, until }): SnoozeOutcome => {
    const ticket = byId.get(ticketId);
    if (ticket === undefined) return { ticketId, code: "ticket_not_found" };
    if (ticket.updatedAt.getTime() !== touchedAt.getTime())
      return { ticketId, code: "ticket_changed" };
    const refused = snoozeRefusal(ticket);
    if (refused !== null) return { ticketId, code: refused };
    const before = ticket.snoozedUntil?.toISOString() ?? null;
    if (ticket.snoozedUntil?.getTime() === until?.getTime())
      return { ticketId, code: null, before, touchedAt };
    changed.push({ ticket, to: until });
    return { ticketId, code: null, before, touchedAt: now };
  });
  await write(tx, { actor, now }, changed);
  return outcomes;
}

async function write(
  tx: CommandTx,
  { actor, now }: { actor: Actor; now: Date },
  changed: readonly { ticket: Ticket; to: Date | null }[],
): Promise<void> {
  if (changed.length === 0) return;
  const given = changed.map(({ ticket, to }) => ({ id: ticket.id, snoozed_until: to }));
  await tx.rows(sql`
    update tickets set snoozed_until = given.snoozed_until, version = version + 1,
      updated_at = ${now}
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
      as given (id uuid, snoozed_until timestamptz)
    where tickets.id = given.id`);
  const entries = changed.map(({ ticket, to }) => [
    newId(now.getTime()),
    ticket.id,
    actor.id,
    to === null ? "unsnoozed" : "snoozed",
    JSON.stringify({ until: to }),
    now,
  ]);
  await tx.rows(sql`
    insert into activity_logs (id, ticket_id, actor_id, kind, detail, created_at)
    values ${bulk(entries)}`);
  const by = { id: actor.id, name: actor.name };
  const rows = await ticketRowsOf(
    tx,
    changed.map(({ ticket }) => ticket.id),
  );
  for (const { ticket, to } of changed) {
    const row = rows.get(ticket.id);
    if (row === undefined) continue;
    const from = ticket.snoozedUntil?.toISOString() ?? null;
    const changes = [{ field: "snoozedUntil", from, to: to?.toISOString() ?? null }];
    tx.append(ticketUpdated.make({ row, changes, by }, { ticketId: ticket.id }));
  }
}
