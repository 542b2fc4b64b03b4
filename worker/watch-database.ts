import { statfs } from "node:fs/promises";
import { db, sql } from "@/platform/database";
import { env } from "@/platform/env";
import { limits } from "@/platform/limits";
import { gauge } from "@/platform/telemetry";

type Named = { name: string; value: number };

/** Of tables that are worth it: the share of rows that are dead and not cleaned yet, the worst first. */
const deadShares = () =>
  db.write.rows<Named>(sql`
    select relname as name, n_dead_tup::float8 / (n_live_tup + n_dead_tup) as value
    from pg_stat_user_tables where n_live_tup + n_dead_tup >= ${limits.watchedTableRows}
    order by 2 desc limit ${limits.watchedTablesMax}`);

/** Transactions until PostgreSQL stops writing to save itself, as a share of all that it has. */
const wraparoundShare = async () => {
  const [row] = await db.write.rows<{ value: number }>(sql`
    select age(datfrozenxid)::float8 / 2147483647 as value from pg_database
    where datname = current_database()`);
  return row?.value ?? 0;
};

const oldestTransactionMs = async () => {
  const [row] = await db.write.rows<{ value: number | null }>(sql`
    select 1000 * extract(epoch from max(clock_timestamp() - xact_start))::float8 as value
    from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`);
  return row?.value ?? 0;
};

/** What a slot makes PostgreSQL keep: of a replica that is gone for good, for ever. */
const slotBytes = () =>
  db.write.rows<Named>(sql`
    select slot_name::text as name,
      greatest(0, pg_wal_lsn_diff(pg_current_wal_lsn(), restart_lsn))::float8 as value
    from pg_replication_slots where restart_lsn is not null order by 2 desc
    limit ${limits.watchedTablesMax}`);

/** Of the disk under the files, which on one host is everybody's. */
async function freeDiskShare(): Promise<number | null> {
  try {
    const { bavail, blocks } = await statfs(env().STORAGE_DIR);
    return blocks === 0 ? null : bavail / blocks;
  } catch {
    // No folder yet, or none at all beside a store of somebody else: nothing to say.
    return null;
  }
}

/** What ends an installation slowly: every worker tells it, like everything that is shared. */
export function watchDatabase(): void {
  const one = (value: number) => [{ labels: {}, value }];
  gauge({
    name: "insightdesk_dead_rows_share",
    help: "Share of a table's rows that are dead and not cleaned yet, of the worst large tables.",
    labels: ["table"],
    read: async () =>
      (await deadShares()).map(({ name, value }) => ({ labels: { table: name }, value })),
  });
  gauge({
    name: "insightdesk_transaction_age_share",
    help: "How much of its transaction numbers the database has used since its oldest row was frozen; 1 stops it.",
    read: async () => one(await wraparoundShare()),
  });
  gauge({
    name: "insightdesk_oldest_transaction_ms",
    help: "How long the oldest open transaction has lasted: nothing younger is cleaned until it ends.",
    read: async () => one(await oldestTransactionMs()),
  });
  gauge({
    name: "insightdesk_replication_slot_bytes",
    help: "How much of its log PostgreSQL keeps for a slot.",
    labels: ["slot"],
    read: async () =>
      (await slotBytes()).map(({ name, value }) => ({ labels: { slot: name }, value })),
  });
  gauge({
    name: "insightdesk_disk_free_share",
    help: "Share of the disk under the files that is free.",
    read: async () => {
      const share = await freeDiskShare();
      return share === null ? [] : one(share);
    },
  });
}
