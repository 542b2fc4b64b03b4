import pg from "pg";
import { limits } from "@/platform/limits";
import { partitionedTables } from "./partitions";
import { directUrl } from "./pools";

type Stale = { name: string; version: number };

/**
 * The planner's figures of partitioned parents: autovacuum analyses their partitions and never them.
 * Gives the names of those that were due.
 */
export async function analyseParents(url = directUrl()): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name: "insightdesk-upkeep" });
  await client.connect();
  try {
    await client.query("set statement_timeout = 0");
    await client.query(`set lock_timeout = ${limits.partitionLockMsMax}`);
    const { rows } = await client.query<Stale>(
      `select relname as name, current_setting('server_version_num')::int as version
       from pg_stat_user_tables
       where relname = any($1)
         and coalesce(last_analyze, '-infinity') < now() - $2 * interval '1 millisecond'
       limit 100`,
      [partitionedTables, limits.parentAnalyseMs],
    );
    // The partitions have their own figures; older servers cannot leave them out.
    for (const { name, version } of rows)
      await client.query(`analyze ${version >= 180_000 ? "only " : ""}${name}`);
    return rows.map(({ name }) => name);
  } finally {
    await client.end();
  }
}
