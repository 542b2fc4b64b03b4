import { now } from "@/platform/clock";
import { limits } from "@/platform/limits";
import { raw, type Sql, sql } from "./sql";

/** The tables that are partitioned by month. */
export const partitionedTables = ["ticket_messages", "activity_logs", "metric_samples"] as const;

export type Month = { year: number; month: number };

/** The first instants (UTC) of a month and of the next, and the partition's suffix. */
export function monthBounds({ year, month }: Month): { from: string; to: string; suffix: string } {
  const day = (index: number) => new Date(Date.UTC(year, index, 1)).toISOString();
  return {
    from: day(month - 1),
    to: day(month),
    suffix: `${year}_${String(month).padStart(2, "0")}`,
  };
}

/** The month that a partition is named after; null for what is none. */
export function monthOf(partition: string): Month | null {
  const [, year, month] = /_(\d{4})_(\d{2})$/.exec(partition) ?? [];
  return year === undefined ? null : { year: Number(year), month: Number(month) };
}

/** Whether a month had ended at a time. */
export function monthsBefore({ year, month }: Month, at: Date): boolean {
  return Date.UTC(year, month, 1) <= at.getTime();
}

function monthsBetween(from: Date, to: Date): Month[] {
  const months: Month[] = [];
  let index = from.getUTCFullYear() * 12 + from.getUTCMonth();
  const last = to.getUTCFullYear() * 12 + to.getUTCMonth();
  for (; index <= last; index++)
    months.push({ year: Math.floor(index / 12), month: (index % 12) + 1 });
  return months;
}

type Client = { query(text: string): Promise<unknown> };

/** This month and the months ahead, with one to spare beyond what the alarm asks for. */
function ahead(at: Date): { from: Date; to: Date } {
  const months = limits.partitionsAheadMin + 1;
  return { from: at, to: new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1)) };
}

/**
 * Makes the partitions of a span of months that are not there yet. A row for a month without one
 * lands in the default partition, which stays empty and is watched.
 */
export async function ensurePartitions(client: Client, span = ahead(now())): Promise<void> {
  for (const table of partitionedTables)
    for (const month of monthsBetween(span.from, span.to)) {
      const { from, to, suffix } = monthBounds(month);
      await client.query(
        `create table if not exists ${table}_${suffix} partition of ${table}
         for values from ('${from}') to ('${to}')`,
      );
    }
}

type Reader = { rows<Row extends { name: string }>(statement: Sql): Promise<Row[]> };

/**
 * What is wrong with the partitions at a time, in words: a month that has none although its rows
 * are near, or rows that found no month of their own and keep it from being made.
 */
export async function partitionFaults(reader: Reader, at: Date): Promise<string[]> {
  const known = await reader.rows<{ name: string }>(sql`
    select relname as name from pg_class where relispartition`);
  const names = new Set(known.map(({ name }) => name));
  const to = new Date(
    Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + limits.partitionsAheadMin, 1),
  );
  const missing = partitionedTables
    .flatMap((table) =>
      monthsBetween(at, to).map((month) => `${table}_${monthBounds(month).suffix}`),
    )
    .filter((name) => !names.has(name))
    .map((name) => `the partition ${name} is missing`);
  const strays: string[] = [];
  for (const table of partitionedTables) {
    const rows = await reader.rows<{ name: string }>(sql`
      select 'a row' as name from ${raw(`${table}_default`)} limit 1`);
    if (rows.length > 0) strays.push(`${table}_default holds rows that belong to a month`);
  }
  return [...missing, ...strays];
}

/** The partitions of a table that can hold rows by now, the newest month first and strays last. */
export async function partitionsOf(
  reader: Reader,
  table: (typeof partitionedTables)[number],
  at: Date,
): Promise<string[]> {
  const next = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1));
  const last = `${table}_${monthBounds({ year: next.getUTCFullYear(), month: next.getUTCMonth() + 1 }).suffix}`;
  const strays = `${table}_default`;
  const rows = await reader.rows<{ name: string }>(sql`
    select relname as name from pg_inherits join pg_class on pg_class.oid = inhrelid
    where inhparent = ${table}::regclass and (relname <= ${last} or relname = ${strays})
    order by relname = ${strays}, relname desc`);
  return rows.map(({ name }) => name);
}
