import { tmpdir } from "node:os";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pools } from "@/platform/database";
import { registry } from "@/platform/telemetry";
import { type TestServices, testServices } from "@/testing/database";
import { watchDatabase } from "./watch-database";

let services: TestServices;
beforeAll(async () => {
  services = await testServices({ STORAGE_DIR: tmpdir() });
  watchDatabase();
});
afterAll(() => services.close());

async function measured(name: string): Promise<number> {
  const text = await registry().metrics();
  return Number(new RegExp(`^${name} (\\S+)$`, "m").exec(text)?.[1]);
}

test("rows that died, numbers used up, and the disk are told", async () => {
  const client = await pools().write.connect();
  await client.query(
    "create table large (id int); insert into large select generate_series(1, 20000)",
  );
  await client.query("delete from large where id <= 15000");
  await client.query("select pg_stat_force_next_flush(); select 1");
  client.release();
  await expect
    .poll(() => measured('insightdesk_dead_rows_share{table="large"}'))
    .toBeCloseTo(0.75, 1);
  expect(await measured("insightdesk_transaction_age_share")).toBeLessThan(0.5);
  const free = await measured("insightdesk_disk_free_share");
  expect(free).toBeGreaterThan(0);
  expect(free).toBeLessThanOrEqual(1);
});

test("a transaction that nobody ends is told by its age", async () => {
  const client = await pools().write.connect();
  await client.query("begin; select 1");
  const younger = await measured("insightdesk_oldest_transaction_ms");
  await expect.poll(() => measured("insightdesk_oldest_transaction_ms")).toBeGreaterThan(younger);
  await client.query("rollback");
  client.release();
});
