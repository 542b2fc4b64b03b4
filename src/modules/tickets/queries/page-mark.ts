import * as z from "zod";
import { raw, type Sql, sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { isGrouped } from "../rules/groups";
import { ascends, type TicketSort } from "../rules/sort";
import { turnOf, turns } from "../rules/whose-turn";
import { slaRankOf, ticketStatuses } from "../rules/words";
import { type StoredRow, toTicketRow } from "./row";

const forever = "infinity";
const keyTime = z.union([z.iso.datetime(), z.literal(forever)]);
const markSchemas = {
  time: z.tuple([keyTime, z.uuid()]),
  /** The rank of a group goes before the time. */
  ranked: z.tuple([z.int().min(0).max(6), keyTime, z.uuid()]),
  /** So does the person whose group it is. */
  person: z.tuple([z.uuid(), keyTime, z.uuid()]),
};

/** Where nobody's tickets stand: before everybody's. */
const nobody = "00000000-0000-0000-0000-000000000000";

/** `turnOf` in SQL, as its place in `turns`; an index has it in exactly these words. */
const turn = sql`(case when tickets.status in ('resolved', 'closed') then 6
  when tickets.snoozed_until is not null then 5
  when tickets.status = 'on_hold' then 4
  when tickets.status = 'pending' then 3
  when tickets.waiting_since is null then 2
  when tickets.waiting_since <= tickets.created_at then 0
  else 1 end)`;
const waitsSince = sql`coalesce(tickets.waiting_since, tickets.updated_at)`;
/** The other groups, each in the words of its index too. */
const status = sql`(case tickets.status when 'open' then 0 when 'pending' then 1 when 'on_hold' then 2
  when 'resolved' then 3 else 4 end)`;
const person = sql`coalesce(tickets.assignee_id, ${raw(`'${nobody}'`)}::uuid)`;
const slaRank = sql`(case tickets.sla_state when 'breached' then 0 when 'at_risk' then 1
  when 'running' then 2 when 'paused' then 3 when 'met' then 4 else 5 end)`;
const dueAt = sql`coalesce(tickets.next_due_at, 'infinity'::timestamptz)`;

const sortColumns: Record<TicketSort, Sql> = {
  updated: sql`(tickets.updated_at, tickets.id)`,
  newest: sql`(tickets.created_at, tickets.id)`,
  oldest: sql`(tickets.created_at, tickets.id)`,
  priority: sql`(tickets.priority, tickets.updated_at, tickets.id)`,
  due: sql`(${dueAt}, tickets.id)`,
  waiting: sql`(coalesce(tickets.waiting_since, 'infinity'::timestamptz), tickets.id)`,
  turn: sql`(${turn}, ${waitsSince}, tickets.id)`,
  status: sql`(${status}, ${waitsSince}, tickets.id)`,
  person: sql`(${person}, ${waitsSince}, tickets.id)`,
  sla: sql`(${slaRank}, ${dueAt}, tickets.id)`,
};

const directions: Record<TicketSort, Sql> = {
  updated: sql`tickets.updated_at desc, tickets.id desc`,
  newest: sql`tickets.created_at desc, tickets.id desc`,
  oldest: sql`tickets.created_at, tickets.id`,
  priority: sql`tickets.priority desc, tickets.updated_at desc, tickets.id desc`,
  due: sql`${dueAt}, tickets.id`,
  waiting: sql`coalesce(tickets.waiting_since, 'infinity'::timestamptz), tickets.id`,
  turn: sql`${turn}, ${waitsSince}, tickets.id`,
  status: sql`${status}, ${waitsSince}, tickets.id`,
  person: sql`${person}, ${waitsSince}, tickets.id`,
  sla: sql`${slaRank}, ${dueAt}, tickets.id`,
};

/** A literal: a bound limit would be planned anew on every call. */
export const pageLimit: Sql = raw(String(limits.ticketPageRows));

export function orderBy(sort: TicketSort): Sql {
  return directions[sort];
}

const groupTypes: Partial<Record<TicketSort, string>> = { priority: "smallint", person: "uuid" };

/** The rows after a mark: one row comparison, so that any depth costs the same. */
export function afterMark(sort: TicketSort, mark: string | undefined): Sql {
  if (mark === undefined) return sql`true`;
  const key = readMark(sort, mark);
  const values =
    key.length === 3
      ? sql`(${key[0]}::${raw(groupTypes[sort] ?? "integer")}, ${key[1]}::timestamptz, ${key[2]}::uuid)`
      : sql`(${key[0]}::timestamptz, ${key[1]}::uuid)`;
  return ascends(sort)
    ? sql`${sortColumns[sort]} > ${values}`
    : sql`${sortColumns[sort]} < ${values}`;
}

/**
 * The place of a row in a sort. Times keep PostgreSQL's microseconds only as far as Date does, so
 * stored times are written in milliseconds.
 */
export function markOf(sort: TicketSort, row: StoredRow<string>): string {
  const waits = row.waiting_since ?? row.updated_at;
  const times: Record<TicketSort, string | null> = {
    priority: row.updated_at,
    updated: row.updated_at,
    newest: row.created_at,
    oldest: row.created_at,
    due: row.next_due_at,
    sla: row.next_due_at,
    waiting: row.waiting_since,
    turn: waits,
    status: waits,
    person: waits,
  };
  const key = [...groupOf(sort, row), times[sort] ?? forever, row.id];
  return Buffer.from(JSON.stringify(key)).toString("base64url");
}

/** What goes before the time in a sort that stands in groups. */
function groupOf(sort: TicketSort, row: StoredRow<string>): readonly (number | string)[] {
  switch (sort) {
    case "priority":
      return [row.priority];
    case "turn":
      return [turns.indexOf(turnOf(toTicketRow(row)))];
    case "status":
      return [ticketStatuses.indexOf(row.status)];
    case "person":
      return [row.assignee_id ?? nobody];
    case "sla":
      return [slaRankOf(row.sla_state)];
    default:
      return [];
  }
}

function readMark(sort: TicketSort, mark: string) {
  const schema =
    sort === "person"
      ? markSchemas.person
      : isGrouped(sort)
        ? markSchemas.ranked
        : markSchemas.time;
  try {
    return schema.parse(JSON.parse(Buffer.from(mark, "base64url").toString("utf8")));
  } catch (cause) {
    throw new AppError("page_mark_invalid", { cause });
  }
}
