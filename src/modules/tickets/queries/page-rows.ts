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

/** Whoever has tickets, by one step of an index each, and nobody; with what they stand by. */
const people = sql`
  with recursive holders (id) as (
    (select assignee_id from tickets where assignee_id is not null order by assignee_id limit 1)
    union all
    select (select assignee_id from tickets where assignee_id > holders.id
      order by assignee_id limit 1)
    from holders where holders.id is not null
  ), people as (
    select users.id as holder, ${nameOrderOf(sql`users.name`)} as name_order
    from holders join users on users.id = holders.id
    union all select ${nobodyId}, '' collate "C"
  )`;

/**
 * Names stand in another table, so no index has tickets in their order. But it has each person's:
 * first what is left of the group in which the mark stands, then the groups of people in their order,
 * of each no more than a page and no further than the page is full.
 */
function pageByPerson(where: Sql, { after, until }: PageBorder): Sql {
  const way = until === undefined ? "down" : "up";
  const mark = until ?? after;
  const [limit, direction] = way === "down" ? [pageLimit, raw("")] : [moreLimit, raw(" desc")];
  const inGroup = sql`${waitsSince}${direction}, tickets.id${direction}`;
  const place = mark === undefined ? null : readPersonMark(mark);
  const others =
    place === null
      ? sql`true`
      : sql`(name_order, holder) ${raw(way === "down" ? ">" : "<")} (${place[0]}::text collate "C", ${place[1]}::uuid)`;
  const groups = sql`(
    select tickets.*, people.name_order, people.holder
    from (select * from people where ${others}
      order by name_order${direction}, holder${direction}) people
    cross join lateral (
      select tickets.* from tickets where ${person} = people.holder and ${where}
      order by ${inGroup} limit ${limit}) tickets
    order by people.name_order${direction}, people.holder${direction}, ${inGroup} limit ${limit})`;
  const rest =
    place === null
      ? sql``
      : sql`
        select tickets.*, ${place[0]}::text collate "C" as name_order, ${place[1]}::uuid as holder
        from (select tickets.* from tickets
          where ${where} and (${person}, ${waitsSince}, tickets.id)
            ${raw(way === "down" ? ">" : "<=")} (${place[1]}::uuid, ${place[2]}::timestamptz, ${place[3]}::uuid)
          order by ${person}${direction}, ${inGroup} limit ${limit}) tickets
        where ${person} = ${place[1]}::uuid
        union all`;
  return sql`${people}
    select * from (${rest} ${groups}) tickets order by ${orderBy("person", way)} limit ${limit}`;
}
