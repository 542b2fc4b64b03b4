import type pg from "pg";

type Part = { tableName: string; name: string; definition: string };

const filledTables = ["tickets", "ticket_messages", "activity_logs"];

/** Foreign keys of the filled tables, as they were declared (not their copies on partitions). */
const foreignKeys = `
  select conrelid::regclass::text as "tableName", conname as name,
    pg_get_constraintdef(oid) as definition
  from pg_constraint
  where contype = 'f' and conparentid = 0 and conrelid = any($1::regclass[])
  order by conname`;

/** Indexes of the filled tables that no constraint stands on. */
const plainIndexes = `
  select indrelid::regclass::text as "tableName", indexrelid::regclass::text as name,
    pg_get_indexdef(indexrelid) as definition
  from pg_index
  where indrelid = any($1::regclass[]) and not indisprimary
    and not exists (select from pg_constraint where conindid = indexrelid)
    and not exists (select from pg_inherits where inhrelid = indexrelid)
  order by indexrelid`;

/**
 * Takes away, inside the transaction of the load, what would be kept in step row by row, and gives
 * the statements that make it again all at once. When the load fails nothing has been taken.
 */
export async function takeAway(client: pg.Client): Promise<string[]> {
  await client.query(`lock table ${filledTables.join(", ")} in access exclusive mode`);
  const keys = await client.query<Part>(foreignKeys, [filledTables]);
  const indexes = await client.query<Part>(plainIndexes, [filledTables]);
  for (const { tableName, name } of keys.rows)
    await client.query(`alter table ${tableName} drop constraint ${client.escapeIdentifier(name)}`);
  for (const { name } of indexes.rows) await client.query(`drop index ${name}`);
  return [
    // Of a partitioned table's index PostgreSQL tells the parent's part alone; we want all parts.
    ...indexes.rows.map(({ definition }) => definition.replace(" ON ONLY ", " ON ")),
    ...keys.rows.map(
      ({ tableName, name, definition }) =>
        `alter table ${tableName} add constraint ${client.escapeIdentifier(name)} ${definition}`,
    ),
  ];
}
