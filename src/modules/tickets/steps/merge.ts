import type { Actor } from "@/platform/auth/actor";
import { sql, type Transaction } from "@/platform/database";
import { AppError, assert } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { readableTickets } from "../access";
import type { Ticket } from "../rules/ticket";
import { type StoredTicket, ticketForUpdate, toTicket } from "../steps";

/**
 * Loads and locks several tickets in the order of their ids, so that two who lock the same ones
 * never wait for each other. Gives them in the order asked for.
 * @throws AppError `ticket_not_found` when one is missing or hidden.
 */
export async function ticketsForUpdate(
  tx: Transaction,
  actor: Actor,
  ticketIds: readonly string[],
): Promise<Ticket[]> {
  const rows = await tx.rows<StoredTicket>(sql`
    select tickets.* from tickets
    where tickets.id = any(${ticketIds}::uuid[]) and ${readableTickets(actor)}
    order by tickets.id for no key update`);
  const byId = new Map(rows.map((row) => [row.id, toTicket(row)]));
  return ticketIds.map((id) => {
    const ticket = byId.get(id);
    if (ticket === undefined) throw new AppError("ticket_not_found");
    return ticket;
  });
}

/** Where a ticket's conversation goes on: itself, or what it was merged into, however often. */
async function landingOf(tx: Transaction, ticketId: string): Promise<string> {
  const row = await tx.first<{ id: string }>(sql`
    with recursive way as (
      select id, merged_into, 1 as step from tickets where id = ${ticketId}
      union all
      select next.id, next.merged_into, way.step + 1
      from way join tickets next on next.number = way.merged_into
      where way.step < ${limits.mergeTicketsMax}
    )
    select id from way where merged_into is null limit 1`);
  return row?.id ?? ticketId;
}

/**
 * Loads and locks the ticket in which the conversation of another goes on. Only that one is locked:
 * a merge that comes between asking and locking is followed, too.
 * @throws AppError `ticket_not_found`, alike for absent and forbidden.
 */
export async function landedTicketForUpdate(
  tx: Transaction,
  actor: Actor,
  ticketId: string,
): Promise<Ticket> {
  for (let tries = 0; tries < limits.mergeTicketsMax; tries += 1) {
    const ticket = await ticketForUpdate(tx, actor, await landingOf(tx, ticketId));
    if (ticket.mergedInto === null) return ticket;
  }
  assert(false, "a ticket that was merged leads to one that was not");
}

/** Lets those who follow the one follow the other, too; gives who did not before. */
export async function addFollowersOf(
  tx: Transaction,
  about: { fromId: string; toId: string; at: Date },
): Promise<string[]> {
  const rows = await tx.rows<{ user_id: string }>(sql`
    insert into ticket_followers (ticket_id, user_id, created_at)
    select ${about.toId}, user_id, ${about.at} from ticket_followers
    where ticket_id = ${about.fromId}
    on conflict (ticket_id, user_id) do nothing
    returning user_id`);
  return rows.map((row) => row.user_id);
}

export async function removeFollowers(
  tx: Transaction,
  ticketId: string,
  userIds: readonly string[],
): Promise<void> {
  if (userIds.length === 0) return;
  await tx.rows(sql`
    delete from ticket_followers
    where ticket_id = ${ticketId} and user_id = any(${userIds}::uuid[])`);
}

/** Whether the people of an organization may read each other's tickets. */
export async function organizationIsShared(
  tx: Transaction,
  organizationId: string | null,
): Promise<boolean> {
  if (organizationId === null) return false;
  const row = await tx.first<{ shares_tickets: boolean }>(sql`
    select shares_tickets and (select colleagues_share from workspace) as shares_tickets
    from organizations where id = ${organizationId} for key share`);
  return row?.shares_tickets ?? false;
}
