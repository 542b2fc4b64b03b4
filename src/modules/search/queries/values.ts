import type { NamedValue } from "@/modules/filters";
import { readablePeople } from "@/modules/identity";
import { readableTickets } from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import { db, raw, type Sql, sql } from "@/platform/database";

const shownMax = raw("12");
/** Tags are those of the tickets that changed last: what is in use. */
const tagTicketsMax = raw("2000");

const beginning = (typed: string) => `${typed.replace(/[\\%_]/gu, "\\$&")}%`;

/** Values of a field that no list in the browser holds, by how they begin. */
export async function valuesBeginning(
  actor: Actor,
  field: string,
  typed: string,
): Promise<NamedValue[]> {
  const statement = statementFor(actor, field, beginning(typed));
  return statement === null ? [] : db.search.rows<NamedValue>(statement);
}

function statementFor(actor: Actor, field: string, begins: string): Sql | null {
  const named = (column: Sql) =>
    sql`(search_plain(${column}) like search_plain(${begins})
      or search_plain(${column}) like search_plain(${`% ${begins}`}))`;
  switch (field) {
    case "tag":
      return sql`
        select tag as value, tag as label from (
          select unnest(tags) as tag from (
            select tags from tickets where ${readableTickets(actor)}
            order by updated_at desc, id desc limit ${tagTicketsMax}) as latest) as used
        where search_plain(tag) like search_plain(${begins})
        group by tag order by count(*) desc, tag limit ${shownMax}`;
    case "requester":
      return sql`
        select email::text as value, name || ' <' || email::text || '>' as label from (
          select name, email from users
          where (${named(sql`name`)} or search_plain(email::text) like search_plain(${begins}))
            and ${readablePeople(actor)} and not synthetic limit 200) as people
        order by name, value limit ${shownMax}`;
    case "assignee":
      return sql`
        select name as value, name || ' <' || email::text || '>' as label from users
        where ${named(sql`name`)} and role <> 'customer' and suspended_at is null
          and not synthetic order by name limit ${shownMax}`;
    case "organization":
      return sql`
        select name as value, name as label from organizations
        where ${named(sql`name`)} order by name limit ${shownMax}`;
    default:
      return null;
  }
}
