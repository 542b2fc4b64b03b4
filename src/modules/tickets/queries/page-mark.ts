import * as z from "zod";
import { join, raw, type Sql, sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { isGrouped } from "../rules/groups";
import { nobody, placeOf } from "../rules/place";
import { ascends, type TicketSort } from "../rules/sort";
import type { TicketRow } from "../schema";

const keyTime = z.union([z.iso.datetime(), z.literal("infinity")]);
const timeMark = z.tuple([keyTime, z.uuid()]);
/** The rank of a group goes before the time. */
const rankedMark = z.tuple([z.int().min(0).max(6), keyTime, z.uuid()]);
/** So does the person whose group it is, who stands by the name. */
const personMark = z.tuple([z.string(), z.guid(), keyTime, z.uuid()]);

/** `turnOf` in SQL, as its place in `turns`; an index has it in exactly these words. */
const turn = sql`(case when tickets.status in ('resolved', 'closed') then 6
  when tickets.snoozed_until is not null then 5
  when tickets.status = 'on_hold' then 4
  when tickets.status = 'pending' then 3
  when tickets.waiting_since is null then 2
  when tickets.waiting_since <= tickets.created_at then 0
  else 1 end)`;
export const waitsSince = sql`coalesce(tickets.waiting_since, tickets.updated_at)`;
/** The other groups, each in the words of its index too. */
const status = sql`(case tickets.status when 'open' then 0 when 'pending' then 1 when 'on_hold' then 2
  when 'resolved' then 3 else 4 end)`;
export const nobodyId = sql`${raw(`'${nobody}'`)}::uuid`;
export const person = sql`coalesce(tickets.assignee_id, ${nobodyId})`;
const slaRank = sql`(case tickets.sla_state when 'breached' then 0 when 'at_risk' then 1
  when 'running' then 2 when 'paused' then 3 when 'met' then 4 else 5 end)`;
const dueAt = sql`coalesce(tickets.next_due_at, 'infinity'::timestamptz)`;
const waiting = sql`coalesce(tickets.waiting_since, 'infinity'::timestamptz)`;
const id = sql`tickets.id`;

/** `placeOf` in SQL. A person's part of it is the statement's own: names stand in another table. */
const columns: Record<TicketSort, readonly Sql[]> = {
  updated: [sql`tickets.updated_at`, id],
  newest: [sql`tickets.created_at`, id],
  oldest: [sql`tickets.created_at`, id],
  priority: [sql`tickets.priority`, sql`tickets.updated_at`, id],
  due: [dueAt, id],
  waiting: [waiting, id],
  turn: [turn, waitsSince, id],
  status: [status, waitsSince, id],
  person: [sql`name_order`, person, waitsSince, id],
  sla: [slaRank, dueAt, id],
};

/** A literal: a bound limit would be planned anew on every call. */
export const pageLimit: Sql = raw(String(limits.ticketPageRows));
/** One more says whether there are any, and where they end. */
export const moreLimit = raw(String(limits.ticketPageRows + 1));

/** Down the list, or up it. */
export type Way = "down" | "up";

export function orderBy(sort: TicketSort, way: Way = "down"): Sql {
  const direction = raw((way === "down") === ascends(sort) ? "" : " desc");
  return join(columns[sort].map((column) => sql`${column}${direction}`));
}

function rankedKey(sort: TicketSort, mark: string): Sql {
  const [rank, time, id] = read(rankedMark, mark);
  const type = raw(sort === "priority" ? "smallint" : "integer");
  return sql`(${rank}::${type}, ${time}::timestamptz, ${id}::uuid)`;
}

function timeKey(mark: string): Sql {
  const [time, id] = read(timeMark, mark);
  return sql`(${time}::timestamptz, ${id}::uuid)`;
}

/**
 * The rows below a mark, or those above it and at it: one row comparison, so that any depth costs
 * the same. Every row is on one side, whatever has come and changed since.
 */
export function beyond(sort: TicketSort, mark: string, way: Way): Sql {
  const values = isGrouped(sort) ? rankedKey(sort, mark) : timeKey(mark);
  const below = raw(ascends(sort) ? ">" : "<");
  const notBelow = raw(ascends(sort) ? "<=" : ">=");
  return sql`(${join(columns[sort])}) ${way === "down" ? below : notBelow} ${values}`;
}

export function afterMark(sort: TicketSort, mark: string | undefined): Sql {
  return mark === undefined ? sql`true` : beyond(sort, mark, "down");
}

/**
 * The place of a row in a sort. Times keep PostgreSQL's microseconds only as far as Date does, so
 * stored times are written in milliseconds.
 */
export function markOf(sort: TicketSort, row: TicketRow): string {
  return Buffer.from(JSON.stringify(placeOf(row, sort))).toString("base64url");
}

/** @throws AppError `page_mark_invalid` */
function read<Key>(schema: z.ZodType<Key>, mark: string): Key {
  try {
    return schema.parse(JSON.parse(Buffer.from(mark, "base64url").toString("utf8")));
  } catch (cause) {
    throw new AppError("page_mark_invalid", { cause });
  }
}

export const readPersonMark = (mark: string) => read(personMark, mark);
