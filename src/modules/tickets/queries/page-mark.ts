import * as z from "zod";
import { raw, type Sql, sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { ascends, type TicketSort } from "../rules/sort";
import { turnOf, turns } from "../rules/whose-turn";
import { type StoredRow, toTicketRow } from "./row";

const forever = "infinity";
const keyTime = z.union([z.iso.datetime(), z.literal(forever)]);
const markSchemas = {
  time: z.tuple([keyTime, z.uuid()]),
  /** A priority or a turn goes before the time. */
  ranked: z.tuple([z.int().min(0).max(6), keyTime, z.uuid()]),
};

/** `turnOf` in SQL, as its place in `turns`; an index has it in exactly these words. */
const turn = sql`(case when tickets.status in ('resolved', 'closed') then 6
  when tickets.snoozed_until is not null then 5
  when tickets.status = 'on_hold' then 4
  when tickets.status = 'pending' then 3
  when tickets.waiting_since is null then 2
  when tickets.waiting_since <= tickets.created_at then 0
  else 1 end)`;
const turnSince = sql`coalesce(tickets.waiting_since, tickets.updated_at)`;

const sortColumns: Record<TicketSort, Sql> = {
  updated: sql`(tickets.updated_at, tickets.id)`,
  newest: sql`(tickets.created_at, tickets.id)`,
  oldest: sql`(tickets.created_at, tickets.id)`,
  priority: sql`(tickets.priority, tickets.updated_at, tickets.id)`,
  due: sql`(coalesce(tickets.next_due_at, 'infinity'::timestamptz), tickets.id)`,
  waiting: sql`(coalesce(tickets.waiting_since, 'infinity'::timestamptz), tickets.id)`,
  turn: sql`(${turn}, ${turnSince}, tickets.id)`,
};

const directions: Record<TicketSort, Sql> = {
  updated: sql`tickets.updated_at desc, tickets.id desc`,
  newest: sql`tickets.created_at desc, tickets.id desc`,
  oldest: sql`tickets.created_at, tickets.id`,
  priority: sql`tickets.priority desc, tickets.updated_at desc, tickets.id desc`,
  due: sql`coalesce(tickets.next_due_at, 'infinity'::timestamptz), tickets.id`,
  waiting: sql`coalesce(tickets.waiting_since, 'infinity'::timestamptz), tickets.id`,
  turn: sql`${turn}, ${turnSince}, tickets.id`,
};

/** A literal: a bound limit would be planned anew on every call. */
export const pageLimit: Sql = raw(String(limits.ticketPageRows));

export function orderBy(sort: TicketSort): Sql {
  return directions[sort];
}

/** The rows after a mark: one row comparison, so that any depth costs the same. */
export function afterMark(sort: TicketSort, mark: string | undefined): Sql {
  if (mark === undefined) return sql`true`;
  const key = readMark(sort, mark);
  const values =
    key.length === 3
      ? sql`(${key[0]}::${sort === "priority" ? raw("smallint") : raw("integer")}, ${key[1]}::timestamptz, ${key[2]}::uuid)`
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
  const times: Record<TicketSort, string | null> = {
    priority: row.updated_at,
    turn: row.waiting_since ?? row.updated_at,
    updated: row.updated_at,
    newest: row.created_at,
    oldest: row.created_at,
    due: row.next_due_at,
    waiting: row.waiting_since,
  };
  const rank =
    sort === "priority"
      ? [row.priority]
      : sort === "turn"
        ? [turns.indexOf(turnOf(toTicketRow(row)))]
        : [];
  const key = [...rank, times[sort] ?? forever, row.id];
  return Buffer.from(JSON.stringify(key)).toString("base64url");
}

function readMark(sort: TicketSort, mark: string) {
  const schema = sort === "priority" || sort === "turn" ? markSchemas.ranked : markSchemas.time;
  try {
    return schema.parse(JSON.parse(Buffer.from(mark, "base64url").toString("utf8")));
  } catch (cause) {
    throw new AppError("page_mark_invalid", { cause });
  }
}
