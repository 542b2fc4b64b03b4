import {
  type Expression,
  type FieldRegistry,
  nearest,
  type SqlField,
  substitute,
  type WrittenName,
  writtenNames,
} from "@/modules/filters";
import { db, join, type Reader, raw, type Sql, sql } from "@/platform/database";
import { limits } from "@/platform/limits";

type Filter = {
  expression: Expression;
  /** Names that nobody and nothing is called by; they match nothing. */
  unknown: readonly WrittenName[];
};

const beginning = (text: string) => `${text.replace(/[\\%_]/gu, "\\$&")}%`;
const meantMax = raw(String(limits.namesMeantMax));
const guessesMax = raw(String(limits.namesGuessedMax));

/**
 * Who or what a name can mean, by the kind of its field. A beginning is enough, "mia" is Mia Lund;
 * but who is called just so is meant alone.
 */
function meanings(kind: string | undefined, written: string): Sql | null {
  const called = (table: string, is: Sql, exact: boolean) => sql`(
    select id, ${raw(String(exact))} as exact from ${raw(table)} where ${is} limit ${meantMax})`;
  const plain = sql`search_plain(name)`;
  const named = (table: string) => sql`(
    ${called(table, sql`${plain} = search_plain(${written})`, true)} union all
    ${called(table, sql`${plain} like search_plain(${beginning(written)})`, false)})`;
  switch (kind) {
    case "person":
      return written.includes("@")
        ? sql`(select id, true as exact from users where email = ${written})`
        : named("users");
    case "team":
      return named("teams");
    case "organization":
      return named("organizations");
    default:
      return null;
  }
}

/** The same filters with ids for the names in them; one statement, whatever they name. */
export async function withIds(
  expressions: readonly Expression[],
  fields: FieldRegistry<SqlField>,
  reader: Reader = db.read,
): Promise<Filter[]> {
  const namesOf = expressions.map((expression) => writtenNames(expression, fields));
  const names = [...new Map(namesOf.flat().map((name) => [keyOf(name), name])).values()];
  const asked = names.flatMap(({ field, written }, index) => {
    const meant = meanings(fields.get(field)?.kind, written);
    return meant === null
      ? []
      : [sql`select ${index}::int as name, id, exact from ${meant} as meant`];
  });
  const found =
    asked.length === 0
      ? []
      : await reader.rows<{ name: number; id: string; exact: boolean }>(join(asked, " union all "));
  const idsOf = new Map(
    names.map((name, index) => {
      const meant = found.filter((one) => one.name === index);
      const exact = meant.filter((one) => one.exact);
      const ids = (exact.length > 0 ? exact : meant).map(({ id }) => id);
      return [keyOf(name), [...new Set(ids)]];
    }),
  );
  return expressions.map((expression, place) => ({
    expression: substitute(expression, (name) => {
      const ids = idsOf.get(keyOf(name)) ?? [];
      return ids.length === 0 ? undefined : ids;
    }),
    unknown: (namesOf[place] ?? []).filter((name) => idsOf.get(keyOf(name))?.length === 0),
  }));
}

const keyOf = ({ field, written }: WrittenName): string => `${field}:${written}`;

/** Whose name was probably meant by one that nobody has: of the house, a team, an organization. */
export async function nearestName(
  kind: string | undefined,
  written: string,
): Promise<string | undefined> {
  const from =
    kind === "team"
      ? sql`teams where archived_at is null`
      : kind === "organization"
        ? sql`organizations where archived_at is null`
        : sql`users where role <> 'customer' and suspended_at is null and not synthetic`;
  const known = await db.read.rows<{ name: string }>(sql`
    select name from ${from} order by name limit ${guessesMax}`);
  return nearest(written, known, ({ name }) => [name, ...name.split(" ")])?.name;
}
