import {
  type Expression,
  type FieldRegistry,
  type SqlField,
  substitute,
  writtenNames,
} from "@/modules/filters";
import { db, join, type Sql, sql } from "@/platform/database";

type Written = { field: string; written: string };

const beginning = (text: string) => `${text.replace(/[\\%_]/gu, "\\$&")}%`;

/** Who or what a name can mean, by the kind of its field. A beginning is enough: "mia" is Mia Lund. */
function meanings(kind: string | undefined, written: string): Sql | null {
  const named = (column: Sql) =>
    sql`search_plain(${column}) like search_plain(${beginning(written)})`;
  switch (kind) {
    case "person":
      return sql`(select id from users
        where ${written.includes("@") ? sql`email = ${written}` : named(sql`name`)} limit 50)`;
    case "team":
      return sql`(select id from teams where ${named(sql`name`)} limit 50)`;
    case "organization":
      return sql`(select id from organizations where ${named(sql`name`)} limit 50)`;
    default:
      return null;
  }
}

/** The same filter with ids for the names in it; one statement, whatever it names. */
export async function withIds(
  expression: Expression,
  fields: FieldRegistry<SqlField>,
): Promise<Expression> {
  const names: readonly Written[] = writtenNames(expression, fields);
  const asked = names.flatMap(({ field, written }, index) => {
    const ids = meanings(fields.get(field)?.kind, written);
    return ids === null ? [] : [sql`select ${index}::int as name, id from ${ids} as meant`];
  });
  if (asked.length === 0) return expression;
  const found = await db.search.rows<{ name: number; id: string }>(join(asked, " union all "));
  const idsOf = new Map<string, string[]>();
  for (const { name, id } of found) {
    const key = keyOf(names[name]);
    idsOf.set(key, [...(idsOf.get(key) ?? []), id]);
  }
  return substitute(expression, (name) => idsOf.get(keyOf(name)));
}

const keyOf = (name: Written | undefined): string => `${name?.field}:${name?.written}`;
