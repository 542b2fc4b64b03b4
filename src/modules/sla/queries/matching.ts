import { compile, type Expression, misfits } from "@/modules/filters";
import {
  type TicketFilterFields,
  type TicketPriority,
  type TicketStatus,
  ticketFieldsFor,
} from "@/modules/tickets";
import { now } from "@/platform/clock";
import { join, type Reader, raw, type Sql, sql } from "@/platform/database";

/** What clocks need to know of a ticket beside its story. */
export type TicketFacts = {
  id: string;
  number: number;
  subject: string;
  assigneeId: string | null;
  teamId: string | null;
  status: TicketStatus;
  priority: TicketPriority;
  version: number;
  createdAtMs: number;
  nextDueAtMs: number | null;
  slaState: string | null;
};

export type Matched = TicketFacts & {
  /** The place of the first condition that is fulfilled; null where none is. */
  first: number | null;
  /** The same among other conditions, where two lists are compared. */
  firstOther: number | null;
};

const priorities = ["low", "medium", "high", "urgent"] as const;

type Stored = {
  id: string;
  number: number;
  subject: string;
  assignee_id: string | null;
  team_id: string | null;
  status: TicketStatus;
  priority: number;
  version: number;
  created_at: Date;
  next_due_at: Date | null;
  sla_state: string | null;
  first: number | null;
  first_other: number | null;
};

/** A policy that asks for a field that is gone, matches nothing until somebody mends it. */
function conditionOf(where: Expression, fields: TicketFilterFields): Sql {
  if (misfits(where, fields).length > 0) return sql`false`;
  return compile(where, { fields, row: raw("tickets"), now: now() });
}

/** The number of the first of `wheres` that a row of `tickets` fulfils. */
function firstOf(wheres: readonly Expression[], fields: TicketFilterFields): Sql {
  if (wheres.length === 0) return sql`null::int`;
  const arms = wheres.map(
    (where, place) => sql`when ${conditionOf(where, fields)} then ${raw(String(place))}`,
  );
  return sql`case ${join(arms, " ")} end`;
}

/** Tickets with the first condition that each fulfils: one statement for all of them. */
export async function matchedTickets(
  on: Reader,
  ticketIds: readonly string[],
  wheres: readonly Expression[],
  others: readonly Expression[] = [],
): Promise<Matched[]> {
  const fields = await ticketFieldsFor([...wheres, ...others]);
  const rows = await on.rows<Stored>(sql`
    select tickets.id, tickets.number, tickets.subject, tickets.assignee_id, tickets.team_id,
      tickets.status, tickets.priority, tickets.version, tickets.created_at, tickets.next_due_at, tickets.sla_state, ${firstOf(wheres, fields)} as first,
      ${firstOf(others, fields)} as first_other
    from tickets where tickets.id = any(${[...ticketIds]}) and not tickets.synthetic`);
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    subject: row.subject,
    assigneeId: row.assignee_id,
    teamId: row.team_id,
    status: row.status,
    priority: priorities[row.priority - 1] ?? "medium",
    version: row.version,
    createdAtMs: row.created_at.getTime(),
    nextDueAtMs: row.next_due_at?.getTime() ?? null,
    slaState: row.sla_state,
    first: row.first,
    firstOther: row.first_other,
  }));
}
