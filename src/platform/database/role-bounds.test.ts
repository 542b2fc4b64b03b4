import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { limits } from "@/platform/limits";
import { type TestServices, testServices } from "@/testing/database";
import { setRoleBounds } from "./role-bounds";

let services: TestServices;
beforeAll(async () => {
  services = await testServices();
});
afterAll(() => services.close());

test("whoever connects behind a pooler has the bounds that our pools ask for", async () => {
  await setRoleBounds(services.databaseUrl);
  await setRoleBounds(services.databaseUrl);
  const client = new pg.Client({ connectionString: services.databaseUrl });
  await client.connect();
  const shown = await client.query<{ setting: string }>(
    "select setting from pg_settings where name in ('statement_timeout', 'lock_timeout') order by name",
  );
  await client.end();
  expect(shown.rows.map(({ setting }) => Number(setting))).toEqual([
    limits.lockMsMax,
    limits.statementMsMax,
  ]);
});
