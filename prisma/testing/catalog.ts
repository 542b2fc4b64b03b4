import type { Transaction } from "@/platform/database";
import { sql } from "@/platform/database";

type Column = {
  table: string;
  name: string;
  type: string;
  required: boolean;
  identity: boolean;
  default: string | null;
};

/** One thing can be spelled in several ways; the same is written the same here. */
function defaultOf({ identity, default: text }: Column): string {
  if (identity || text?.startsWith("nextval") === true) return " from a sequence";
  if (text === null) return "";
  if (text === "CURRENT_TIMESTAMP" || text === "now()") return " default now";
  if (/^(?:ARRAY\[\]|'\{\}')::\w+\[\]$/.test(text)) return " default empty";
  return ` default ${text}`;
}

/** What a schema of the database holds, a line a fact; partitions are their parents' matter. */
export async function catalogOf(tx: Transaction, schema: string): Promise<Set<string>> {
  const tables = sql`
    select pg_class.oid, relname from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where nspname = ${schema} and relkind in ('r', 'p') and not relispartition
      and relname <> '_prisma_migrations'`;
  // Prisma has no word for a list that may not be absent.
  const columns = await tx.rows<Column>(sql`
    with tables as (${tables})
    select relname as table, attname as name, format_type(atttypid, atttypmod) as type,
      (attnotnull or typcategory = 'A') as required, attidentity <> '' as identity,
      pg_get_expr(adbin, adrelid) as default
    from tables join pg_attribute on attrelid = tables.oid join pg_type on pg_type.oid = atttypid
    left join pg_attrdef on adrelid = attrelid and adnum = attnum
    where attnum > 0 and not attisdropped`);
  // Prisma does not know partial indexes and those over expressions.
  const indexes = await tx.rows<{ table: string; unique: boolean; columns: string }>(sql`
    with tables as (${tables})
    select relname as table, indisunique as unique,
      regexp_replace(pg_get_indexdef(indexrelid), '^.* USING ', '') as columns
    from tables join pg_index on indrelid = tables.oid
    where indpred is null and indexprs is null`);
  const references = await tx.rows<{ table: string; says: string }>(sql`
    with tables as (${tables})
    select tables.relname as table,
      regexp_replace(pg_get_constraintdef(pg_constraint.oid), 'REFERENCES [a-z_]+\\.', 'REFERENCES ')
        as says
    from tables join pg_constraint on conrelid = tables.oid where contype = 'f'`);
  // format_type and the like say a type's schema when it is not on the path.
  const plain = (type: string) =>
    type.replace(/^public\./, "").replace("timestamp(6)", "timestamp");
  return new Set([
    ...columns.map(
      (column) =>
        `${column.table}.${column.name} ${plain(column.type)}${column.required ? "" : " or nothing"}${defaultOf(column)}`,
    ),
    ...indexes.map(
      ({ table, unique, columns }) => `${table} ${unique ? "unique" : "index"} ${columns}`,
    ),
    ...references.map(({ table, says }) => `${table} ${says.replace(" ON UPDATE NO ACTION", "")}`),
  ]);
}
