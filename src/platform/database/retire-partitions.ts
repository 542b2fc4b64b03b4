import pg from "pg";
import { limits } from "@/platform/limits";
import { log } from "@/platform/log";
import { monthOf, monthsBefore, partitionedTables } from "./partitions";
import { directUrl } from "./pools";

type Partition = { name: string };

const lockTimeout = "55P03";
const isCrowded = (thrown: unknown) =>
  typeof thrown === "object" && thrown !== null && "code" in thrown && thrown.code === lockTimeout;

/**
 * Takes one partition out and drops it. PostgreSQL refuses to do it concurrently beside a default
 * partition, so each step asks for its lock for a moment only: whoever writes waits for that moment
 * at most, and when somebody reads there the whole thing is left for the next time.
 */
async function retire(client: pg.Client, table: string, name: string): Promise<boolean> {
  const partition = client.escapeIdentifier(name);
  await client.query(`set lock_timeout = ${limits.partitionLockMsMax}`);
  try {
    const { rows } = await client.query(
      "select 1 from pg_inherits where inhrelid = to_regclass($1) limit 1",
      [name],
    );
    if (rows.length > 0) await client.query(`alter table ${table} detach partition ${partition}`);
    await client.query(`drop table ${partition}`);
    return true;
  } catch (thrown) {
    if (isCrowded(thrown)) return false;
    throw thrown;
  }
}

/** Tables of months before `before`, those too that were detached and whose drop had to wait. */
async function monthsOf(client: pg.Client, table: string, before: Date): Promise<Partition[]> {
  const { rows } = await client.query<Partition>(
    `select relname as name from pg_class
     where relkind = 'r' and relnamespace = 'public'::regnamespace and relname ~ $1
     order by relname limit 1000`,
    [`^${table}_\\d{4}_\\d{2}$`],
  );
  return rows.filter(({ name }) => {
    const month = monthOf(name);
    return month !== null && monthsBefore(month, before);
  });
}

/**
 * Drops the months that ended before `before`. Gives the names of those that went and of those that
 * somebody was using.
 */
export async function retirePartitions(
  before: Date,
  url = directUrl(),
): Promise<{ retired: string[]; busy: string[] }> {
  const client = new pg.Client({ connectionString: url, application_name: "insightdesk-upkeep" });
  await client.connect();
  const retired: string[] = [];
  const busy: string[] = [];
  try {
    for (const table of partitionedTables)
      for (const { name } of await monthsOf(client, table, before)) {
        const gone = await retire(client, table, name);
        (gone ? retired : busy).push(name);
      }
  } finally {
    await client.end();
  }
  if (retired.length > 0) log().info({ retired }, "months past their retention are dropped");
  return { retired, busy };
}
