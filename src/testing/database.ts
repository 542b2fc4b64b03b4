import { randomUUID } from "node:crypto";
import pg from "pg";
import { closePools } from "@/platform/database";
import { migrate, readMigrations } from "@/platform/database/migrate";
import { forgetEnv } from "@/platform/env";
import { forgetShared } from "@/platform/process";
import { closeValkey } from "@/platform/valkey";

export type TestServices = {
  databaseUrl: string;
  valkeyPrefix: string;
  close: () => Promise<void>;
};

const templateLock = 7_310_221;

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === "") throw new Error(`${name} is not set: run npm test`);
  return value;
}

const withDatabase = (url: string, name: string) => {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
};

async function onServer<Result>(work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: required("TEST_POSTGRES_ADMIN_URL") });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The migrated template, made by whichever test file comes first. */
async function template(client: pg.Client): Promise<string> {
  const migrations = await readMigrations("prisma/migrations");
  const name = `template_${migrations.map((one) => one.checksum.slice(0, 8)).join("_")}`.slice(
    0,
    60,
  );
  await client.query("select pg_advisory_lock($1)", [templateLock]);
  try {
    const known = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (known.rowCount === 0) {
      await client.query(`create database "${name}_new"`);
      await migrate(withDatabase(required("TEST_POSTGRES_ADMIN_URL"), `${name}_new`));
      await client.query(`alter database "${name}_new" rename to "${name}"`);
    }
  } finally {
    await client.query("select pg_advisory_unlock($1)", [templateLock]);
  }
  return name;
}

/**
 * Gives this test file a database of its own (a copy of the migrated template) and keys of its own
 * in Valkey, and points the environment at both. Call it in `beforeAll`, close it in `afterAll`.
 */
export async function testServices(
  environment: Readonly<Record<string, string>> = {},
): Promise<TestServices> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await onServer(async (client) => {
    const from = await template(client);
    await client.query("select pg_advisory_lock($1)", [templateLock]);
    await client.query(`create database "${name}" template "${from}"`);
  });
  const databaseUrl = withDatabase(required("TEST_POSTGRES_ADMIN_URL"), name);
  const valkeyPrefix = `${name.slice(0, 16)}-`;
  Object.assign(process.env, {
    DATABASE_URL: databaseUrl,
    VALKEY_URL: required("TEST_VALKEY_URL"),
    VALKEY_PREFIX: valkeyPrefix,
    ...environment,
  });
  forgetEnv();
  forgetShared("database-pools");
  forgetShared("valkey-clients");
  return {
    databaseUrl,
    valkeyPrefix,
    close: async () => {
      await closePools();
      await closeValkey();
      await onServer((client) => client.query(`drop database if exists "${name}" with (force)`));
    },
  };
}
