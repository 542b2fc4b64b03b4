import { type Expression, isEverything } from "@/modules/filters";
import { whereOf } from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import { db, raw, type Sql, sql } from "@/platform/database";
import { limits } from "@/platform/limits";

/** Which tickets' messages count: any; these few; or what is asked of each ticket that is met. */
export type TicketFilter =
  | { readonly kind: "any" }
  | { readonly kind: "these"; readonly ids: readonly string[] }
  | { readonly kind: "each"; readonly where: Sql };

const idsMax = raw(String(limits.searchFilteredTicketsMax + 1));

/**
 * Fields that few tickets fulfil are answered first, and the messages then compared with the ids;
 * of the many that others fulfil only those are looked up whose messages say the words.
 */
export async function ticketFilter(actor: Actor, rest: Expression): Promise<TicketFilter> {
  if (isEverything(rest)) return { kind: "any" };
  const where = await whereOf(actor, rest);
  const plan = await db.search.rows<Record<string, unknown>>(sql`
    explain select from tickets where ${where} and not tickets.synthetic`);
  const [, expected = "1"] = / rows=(\d+) /.exec(String(plan[0]?.["QUERY PLAN"])) ?? [];
  if (Number(expected) > limits.searchFilteredTicketsMax) return { kind: "each", where };
  const found = await db.search.rows<{ id: string }>(sql`
    select tickets.id from tickets
    where ${where} and not tickets.synthetic limit ${idsMax}`);
  return found.length > limits.searchFilteredTicketsMax
    ? { kind: "each", where }
    : { kind: "these", ids: found.map(({ id }) => id) };
}

/** The same as a condition over `ticket_messages`. */
export function ofTickets(filter: TicketFilter): Sql | null {
  if (filter.kind === "any") return null;
  if (filter.kind === "these")
    return sql`ticket_messages.ticket_id = any(${[...filter.ids]}::uuid[])`;
  // Kept apart from the planner, which would rather read all tickets once than look some up.
  return sql`exists (select from (
    select 1 as one from tickets where tickets.id = ticket_messages.ticket_id and ${filter.where}
    offset 0) as such)`;
}
