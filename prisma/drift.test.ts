import { afterAll, beforeAll, expect, test } from "vitest";
import { raw, type Transaction, transaction } from "@/platform/database";
import { type TestServices, testServices } from "@/testing/database";
import { catalogOf } from "./testing/catalog";
import { sqlOfSchema } from "./testing/schema-sql";

let services: TestServices;
let script: string;
beforeAll(async () => {
  services = await testServices();
  script = (await sqlOfSchema(services.databaseUrl)).replace(/CREATE SCHEMA [^;]*;/, "");
});
afterAll(() => services.close());

class Undone extends Error {}

type Drift = { onlyInSchema: string[]; onlyInMigrations: string[] };

const onlyIn = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
  [...one].filter((fact) => !other.has(fact)).sort();

/** Draws prisma/schema beside what the migrations made, and says where the two differ. */
async function drift(planted = "select 1"): Promise<Drift> {
  let found: Drift | undefined;
  const looks = async (tx: Transaction) => {
    await tx.rows(raw(planted));
    await tx.rows(raw("create schema drawn"));
    await tx.rows(raw("set local search_path to drawn, public"));
    for (const statement of script.split(/;\s*$/m)) await tx.rows(raw(statement));
    const [schema, migrations] = [await catalogOf(tx, "drawn"), await catalogOf(tx, "public")];
    found = {
      onlyInSchema: onlyIn(schema, migrations),
      onlyInMigrations: onlyIn(migrations, schema),
    };
    throw new Undone();
  };
  await transaction(looks).catch((thrown: unknown) => {
    if (!(thrown instanceof Undone)) throw thrown;
  });
  if (found === undefined) throw new Error("Nothing was compared.");
  return found;
}

test("prisma/schema and the migrations say the same of every column, key and index", async () => {
  expect(await drift()).toEqual({ onlyInSchema: [], onlyInMigrations: [] });
});

test.each([
  ["a column that the schema does not know", "alter table teams add column extra text"],
  ["a column that the migrations lack", "alter table teams drop column created_at"],
  ["a column that may be empty in one", "alter table users alter column name drop not null"],
  ["another type", "alter table tickets alter column version type bigint"],
  ["another default", "alter table users alter column locale set default 'de'"],
  ["a missing reference", "alter table tickets drop constraint tickets_team_id_fkey"],
  ["a missing uniqueness", "alter table users drop constraint users_email_key"],
  ["another index", "create index teams_newest on teams (created_at)"],
  ["a missing index", "drop index tickets_updated"],
  ["a table that only one knows", "create table extra (id uuid primary key)"],
])("the comparison sees %s", async (_says, planted) => {
  const { onlyInSchema, onlyInMigrations } = await drift(planted);
  expect([...onlyInSchema, ...onlyInMigrations]).not.toEqual([]);
});
