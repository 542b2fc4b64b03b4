import { type FieldDefinition, filterFieldOf } from "@/modules/fields";
import type { Narrowed, SqlField } from "@/modules/filters";
import { join, type Sql, sql } from "@/platform/database";

const text = (row: Sql, key: string) => sql`(${row}.fields ->> ${key})`;
const holds = (row: Sql, value: Record<string, unknown>) =>
  sql`${row}.fields @> ${JSON.stringify(value)}::jsonb`;
const has = (row: Sql, key: string) => sql`${row}.fields ? ${key}`;

/** A value as a comparison takes it. A key has one type for ever, so the casts never fail. */
function column(row: Sql, { key, type }: FieldDefinition): Sql {
  if (type === "number") return sql`${text(row, key)}::numeric`;
  if (type === "date") return sql`(${text(row, key)}::date::timestamp at time zone 'UTC')`;
  return text(row, key);
}

/** Yes or no, and one or several of a list: what the index of the fields answers by itself. */
function listed(row: Sql, field: FieldDefinition, asked: Narrowed): Sql {
  const { key, type } = field;
  if (asked.type === "none") return sql`not ${has(row, key)}`;
  if (asked.type !== "anyOf") return sql`false`;
  const is = (value: unknown) => holds(row, { [key]: value });
  if (type === "checkbox") {
    if (asked.values.length === 2) return sql`true`;
    return asked.values.includes("yes") ? is(true) : sql`not ${is(true)}`;
  }
  const any = asked.values.map((value) => is(type === "choices" ? [value] : value));
  return any.length === 0 ? sql`false` : join(any, " or ", "(", ")");
}

/** JSON writes these otherwise than they were typed, so its text does not show them. */
const writtenOtherwise = /["\\\p{Cc}]/u;

/** Who asks for a part of a text, or for what lies between two bounds, asks of those that have one. */
function narrow(row: Sql, { key }: FieldDefinition, asked: Narrowed): Sql | undefined {
  if (asked.type === "within") return has(row, key);
  if (asked.type !== "contains") return undefined;
  if (writtenOtherwise.test(asked.text)) return has(row, key);
  const part = asked.text.replace(/[\\%_]/g, "\\$&");
  return sql`${row}.fields <> '{}' and ${row}.fields::text ilike ${`%${part}%`}`;
}

/** A custom field for the compiler of filters: every question has an index to begin with. */
export function customSqlField(field: FieldDefinition): SqlField {
  const plain = { ...filterFieldOf(field), read: undefined };
  if (field.type === "checkbox" || field.type === "choice" || field.type === "choices")
    return { ...plain, where: (row, asked) => listed(row, field, asked) };
  return {
    ...plain,
    sql: (row) => column(row, field),
    narrow: (row, asked) => narrow(row, field, asked),
  };
}
