import { type Expression, isEverything } from "@/modules/filters";
import { type TicketRow, ticketRows, whereOf } from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import { db, join, raw, type Sql, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { messagePartitions, monthOf } from "./partitions";
import type { TextQuery } from "./text-query";

const rowsMax = raw(String(limits.searchSubjectRows));
const probeRows = raw(String(limits.searchSubjectProbeRows));
const anything = sql`true`;
const newestFirst = sql`order by tickets.created_at desc, tickets.id desc limit ${rowsMax}`;

/** The newest tickets whose subject, tags or custom fields say the words. */
export async function subjectsSaying(
  actor: Actor,
  text: TextQuery,
  rest: Expression,
): Promise<TicketRow[]> {
  const also = text.alsoOf(sql`(tickets.subject || ' ' || array_to_string(tickets.tags, ' '))`);
  const alsoFields = text.alsoOf(sql`tickets.fields::text`);
  const query = sql`${text.query}::tsquery`;
  const is = join(
    [
      sql`((search_ticket_vector(tickets.subject, tickets.tags) @@ ${query} and ${also ?? anything})
        or (tickets.fields <> '{}'::jsonb and search_field_vector(tickets.fields) @@ ${query}
          and ${alsoFields ?? anything}))`,
      sql`not tickets.synthetic`,
      ...(isEverything(rest) ? [] : [await whereOf(actor, rest)]),
    ],
    " and ",
  );
  const newest = await ids(sql`
    select id from (
      select * from tickets order by created_at desc, id desc limit ${probeRows}) as tickets
    where ${is} ${newestFirst}`);
  const found = newest.length >= limits.searchSubjectRows ? newest : await ids(await monthly(is));
  const rows = await ticketRows(actor, found, db.search);
  return rows.toSorted((one, other) => found.indexOf(one.id) - found.indexOf(other.id));
}

const ids = async (statement: Sql) =>
  (await db.search.rows<{ id: string }>(statement)).map(({ id }) => id);

/** The same month by month, each gathered by the index, until there are enough. */
async function monthly(is: Sql): Promise<Sql> {
  const months = (await messagePartitions()).flatMap((partition) => {
    const month = monthOf(partition);
    return month === null ? [] : [month.getUTCFullYear() * 12 + month.getUTCMonth() + 1];
  });
  const gathered = months.map(
    (month) => sql`${raw(`m${month}`)} as materialized (
      select tickets.id, tickets.created_at from tickets
      where search_month(tickets.created_at) = ${raw(String(month))} and ${is})`,
  );
  const arms = months.map(
    (month) => sql`(select id from ${raw(`m${month}`)} as tickets ${newestFirst})`,
  );
  if (months.length === 0) return sql`select id from tickets where false`;
  return sql`with ${join(gathered, ", ")} ${join(arms, " union all ")} limit ${rowsMax}`;
}
