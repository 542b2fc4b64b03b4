import { raw, type Sql, sql } from "@/platform/database";
import type { TicketSort } from "../rules/sort";
import {
  afterMark,
  beyond,
  moreLimit,
  nobodyId,
  orderBy,
  pageLimit,
  person,
  readPersonMark,
  waitsSince,
} from "./page-mark";

/** Where a page of a list lies: below a mark, or above it. Without either it is the first. */
export type PageBorder = { after?: string | undefined; until?: string | undefined };

/** The rows of a page, in no order; of one above a mark one more than it shows, if there are any. */
export function pageRows(sort: TicketSort, where: Sql, { after, until }: PageBorder): Sql {
  if (sort === "person") return pageByPerson(where, { after, until });
  return until === undefined
    ? sql`select tickets.* from tickets where ${where} and ${afterMark(sort, after)}
        order by ${orderBy(sort)} limit ${pageLimit}`
    : sql`select tickets.* from tickets where ${where} and ${beyond(sort, until, "up")}
        order by ${orderBy(sort, "up")} limit ${moreLimit}`;
}

/** `nameOrder` in SQL: bytes are compared, as a browser does it, whatever the database's language. */
const nameOrderOf = (name: Sql) =>
  sql`(lower(regexp_replace(normalize(${name}, nfd), '[\\u0300-\\u036f]', '', 'g') collate "C"))`;

/**
 * Names stand in another table, so no index has tickets in their order. But it has each person's:
 * whoever has tickets is found by one step of an index each, put in order by name, and of each no
 * more is read than a page, until the page is full.
 */
function pageByPerson(where: Sql, { after, until }: PageBorder): Sql {
  const way = until === undefined ? "down" : "up";
  const mark = until ?? after;
  const key = mark === undefined ? null : readPersonMark(mark);
  const limit = way === "down" ? pageLimit : moreLimit;
  const compares = raw(way === "down" ? ">" : "<=");
  const people =
    key === null
      ? sql`true`
      : sql`(name_order, people.id) ${raw(way === "down" ? ">=" : "<=")} (${key[0]}::text collate "C", ${key[1]}::uuid)`;
  // Within the group in which the mark stands, from there on; of all others everything.
  const [everyTime, everyId] =
    way === "down"
      ? [sql`'-infinity'`, nobodyId]
      : [sql`'infinity'`, sql`'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid`];
  const own =
    key === null
      ? sql`true`
      : sql`(${waitsSince}, tickets.id) ${compares} (
          case when people.id = ${key[1]}::uuid then ${key[2]}::timestamptz else ${everyTime} end,
          case when people.id = ${key[1]}::uuid then ${key[3]}::uuid else ${everyId} end)`;
  const within = raw(way === "down" ? "" : " desc");
  return sql`
    with recursive holders (id) as (
      (select assignee_id from tickets where assignee_id is not null order by assignee_id limit 1)
      union all
      select (select assignee_id from tickets where assignee_id > holders.id
        order by assignee_id limit 1)
      from holders where holders.id is not null
    ), people as (
      select users.id, ${nameOrderOf(sql`users.name`)} as name_order
      from holders join users on users.id = holders.id
      union all select ${nobodyId}, '' collate "C"
    )
    select tickets.*, people.name_order from people cross join lateral (
      select tickets.* from tickets
      where ${person} = people.id and ${own} and ${where}
      order by ${waitsSince}${within}, tickets.id${within} limit ${limit}) tickets
    where ${people}
    order by ${orderBy("person", way)} limit ${limit}`;
}
