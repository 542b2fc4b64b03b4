import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db, sql, transaction } from "@/platform/database";
import { migrate, readMigrations } from "@/platform/database/migrate";
import { type TestServices, testServices } from "@/testing/database";
import { blockingIn, firstEditionEnds, outsideMark, unrepeatable } from "./testing/blocking";

let services: TestServices;
beforeAll(async () => {
  services = await testServices();
});
afterAll(() => services.close());

test("no migration that meets data holds writers up, and each that failed can be run again", async () => {
  const later = (await readMigrations("prisma/migrations")).filter(
    ({ name }) => name > firstEditionEnds,
  );
  for (const { name, sql: text } of later) {
    expect(blockingIn(text), name).toEqual([]);
    expect(unrepeatable(text), name).toEqual([]);
  }
});

test.each([
  "create index t on tickets (status)",
  "create unique index t on tickets (number)",
  "alter table tickets alter column version type bigint",
  "alter table tickets alter column subject set not null",
  "alter table tickets add constraint c check (number > 0)",
  "alter table tickets add foreign key (team_id) references teams (id)",
  "alter table tickets add column owner uuid references users (id)",
  "alter table tickets add column id2 uuid not null default uuidv7()",
  "alter table tickets add column size integer generated always as (1) stored",
  "update tickets set version = 1",
  "delete from outbox where published_at is not null",
  "lock table tickets in share mode",
  "vacuum full tickets",
  "reindex table tickets",
  "set local lock_timeout = '1h'",
])("refused: %s", (planted) => {
  const [found] = blockingIn(`-- a comment; with a semicolon\n${planted};`);
  expect(found?.instead.length).toBeGreaterThan(10);
});

test.each([
  "create table extra (id uuid primary key, ticket_id uuid references tickets (id)); create index e on extra (ticket_id); update extra set id = id",
  "create index concurrently t on tickets (status)",
  "create index t on only ticket_messages (ticket_id)",
  "alter table tickets add column note text",
  "alter table tickets add column kind text not null default 'plain'",
  "alter table tickets add constraint c check (number > 0) not valid",
  "alter table tickets validate constraint c",
  "alter table tickets add constraint u unique using index tickets_u",
  "create function f() returns void language sql as $$ update tickets set version = 1; $$",
])("allowed: %s", (planted) => {
  expect(blockingIn(`${planted};`)).toEqual([]);
});

test("an index built beside the writers drops first what a broken try left", () => {
  const build = "create index concurrently t on tickets (status);";
  expect(unrepeatable(build)).toHaveLength(1);
  expect(unrepeatable(`drop index concurrently if exists t; ${build}`)).toEqual([]);
});

const folder = mkdtempSync(join(tmpdir(), "migrations-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function planted(name: string, text: string): string {
  const own = join(folder, name);
  mkdirSync(join(own, "29990101000000_planted"), { recursive: true });
  writeFileSync(join(own, "29990101000000_planted", "migration.sql"), text);
  return own;
}

test("what must stand outside of a transaction does, and is in the ledger once", async () => {
  const text = `${outsideMark}\ndrop index concurrently if exists planted;\ncreate index concurrently planted on tickets (version);\n`;
  const own = planted("outside", text);
  expect(await migrate(services.databaseUrl, () => undefined, own)).toEqual({
    applied: ["29990101000000_planted"],
  });
  expect(await migrate(services.databaseUrl, () => undefined, own)).toEqual({ applied: [] });
  const valid = await db.write.rows(
    sql`select indisvalid from pg_index where indexrelid = 'planted'::regclass`,
  );
  expect(valid).toEqual([{ indisvalid: true }]);
  await db.write.rows(sql`delete from _prisma_migrations where migration_name like '2999%'`);
});

test("a migration gives way to who holds the table, and gets its turn when they are done", async () => {
  const own = planted("waits", "alter table teams add column planted text;");
  const said: string[] = [];
  let migrating: Promise<unknown> = Promise.resolve();
  await transaction(async (tx) => {
    await tx.rows(sql`update teams set name = name`);
    await tx.rows(sql`lock table teams in row exclusive mode`);
    migrating = migrate(services.databaseUrl, (line) => said.push(line), own);
    await expect.poll(() => said.join()).toMatch(/gives way/);
    // Between its tries nobody waits behind it.
    await tx.rows(sql`select count(*) from teams`);
  });
  await migrating;
  expect(await db.write.rows(sql`select planted from teams limit 1`)).toEqual([]);
});
