import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { ensurePartitions } from "./partitions";

export type Migration = { name: string; sql: string; checksum: string };

/** Prisma's own advisory lock, so that its CLI and we never migrate at the same time. */
const prismaLock = 72_707_369;

/** The table as `prisma migrate deploy` makes it. */
const ledger = `
  create table if not exists _prisma_migrations (
    id varchar(36) primary key not null,
    checksum varchar(64) not null,
    finished_at timestamptz,
    migration_name varchar(255) not null,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz not null default now(),
    applied_steps_count integer not null default 0
  )`;

/** The migrations of a folder in their order. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

type Applied = { migration_name: string; checksum: string; finished_at: Date | null };

function pendingOf(all: readonly Migration[], applied: readonly Applied[]): Migration[] {
  const known = new Map(applied.map((row) => [row.migration_name, row]));
  return all.filter((migration) => {
    const row = known.get(migration.name);
    if (row === undefined) return true;
    if (row.finished_at === null)
      throw new Error(
        `The migration ${migration.name} was begun and not finished. Restore the backup made before it, or finish it by hand and set finished_at in _prisma_migrations.`,
      );
    if (row.checksum !== migration.checksum)
      throw new Error(
        `The migration ${migration.name} differs from the one that was applied. Take the file as it was, and put the change into a migration of its own.`,
      );
    return false;
  });
}

/** The first line of a migration that no transaction can hold, such as an index built beside the writers. */
export const outsideMark = "-- outside of a transaction";
/** Who holds a table is a person who waits: a migration asks again rather than let others queue behind it. */
const lockTries = 20;
const lockTaken = "55P03";

const remember = (client: pg.Client, migration: Migration) =>
  client.query(
    `insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
     values ($1, $2, $3, clock_timestamp(), 1)`,
    [newId(), migration.checksum, migration.name],
  );

/** Whole or not at all, with its row in the ledger. */
async function applyWhole(client: pg.Client, migration: Migration): Promise<void> {
  await client.query("begin");
  try {
    await client.query(`set local lock_timeout = ${limits.migrationLockMsMax}`);
    await client.query(migration.sql);
    await remember(client, migration);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}

/** Each of its statements may be run again, because each may be the one that was broken off. */
async function applyOutside(client: pg.Client, migration: Migration): Promise<void> {
  for (const statement of migration.sql.split(/;\s*$/m))
    if (statement.replaceAll(/--[^\n]*/g, "").trim() !== "") await client.query(statement);
  await remember(client, migration);
}

async function apply(
  client: pg.Client,
  migration: Migration,
  report: (line: string) => void,
): Promise<void> {
  if (migration.sql.startsWith(outsideMark)) return applyOutside(client, migration);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await applyWhole(client, migration);
    } catch (error) {
      const isTaken = error instanceof pg.DatabaseError && error.code === lockTaken;
      if (!isTaken || attempt === lockTries) throw error;
      report(`${migration.name} gives way to who uses its table, and asks again`);
    }
  }
}

/**
 * Applies what is missing, under a lock, and leaves the ledger as `prisma migrate deploy` would.
 * Safe to call from every process at once. Partitions are made ahead at the same time.
 * @throws when a migration was changed after it was applied or cannot be applied.
 */
export async function migrate(
  url: string,
  report: (line: string) => void = () => undefined,
  folder = join(process.cwd(), "prisma", "migrations"),
): Promise<{ applied: string[] }> {
  const migrations = await readMigrations(folder);
  const client = new pg.Client({ connectionString: url, application_name: "insightdesk-migrate" });
  await client.connect();
  try {
    // The role's own bound is for requests; a migration takes as long as it takes.
    await client.query("set statement_timeout = 0");
    await client.query("select pg_advisory_lock($1)", [prismaLock]);
    await client.query(ledger);
    const { rows } = await client.query<Applied>(
      `select migration_name, checksum, finished_at from _prisma_migrations
       where rolled_back_at is null limit 10000`,
    );
    const pending = pendingOf(migrations, rows);
    for (const migration of pending) {
      report(`Applying ${migration.name}`);
      await apply(client, migration, report);
    }
    await ensurePartitions(client);
    return { applied: pending.map((migration) => migration.name) };
  } finally {
    await client.end();
  }
}
