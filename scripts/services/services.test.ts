import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { isAlive } from "../system/processes";
import { fastAndForgetful, startPostgres } from "./postgres";
import { runningPostgresUrl, runningValkeyUrl } from "./running";
import { startValkey } from "./valkey";
import { identifyValkey, withValkey } from "./valkey-identity";

const folder = mkdtempSync(join(tmpdir(), "insightdesk-services-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function query(connectionString: string, text: string) {
  const client = new pg.Client({ connectionString });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

const postgres = () =>
  startPostgres({ dataDir: join(folder, "postgres"), settings: { ...fastAndForgetful } });
const valkey = () => startValkey({ dataDir: join(folder, "valkey") });

test("PostgreSQL keeps its data over a stop, knows every alphabet, and leaves no process", async () => {
  const first = await postgres();
  expect(runningPostgresUrl(folder)).toBe(first.url);
  await query(first.url, "create table kept as select lower('ÅSE MÜLLER') as name");
  await query(first.url, "create extension pg_trgm");
  await first.stop();
  expect(isAlive(first.pid)).toBe(false);
  expect(runningPostgresUrl(folder)).toBeUndefined();
  const second = await postgres();
  expect(await query(second.url, "select name from kept")).toEqual([{ name: "åse müller" }]);
  const [similar] = await query(second.url, "select similarity('Müller', 'müller') = 1 as same");
  expect(similar).toEqual({ same: true });
  await second.stop();
});

test("a start on a folder that a killed start left served ends that server and keeps the data", async () => {
  const orphan = await postgres();
  await query(orphan.url, "create table if not exists survivor (id int)");
  const next = await postgres();
  expect(isAlive(orphan.pid)).toBe(false);
  expect(await query(next.url, "select * from survivor")).toEqual([]);
  await next.stop();
});

test("the product's own role is no superuser, and may make databases for tests", async () => {
  const running = await postgres();
  const roles = "select rolsuper, rolcreatedb from pg_roles where rolname = current_user";
  expect(await query(running.url, roles)).toEqual([{ rolsuper: false, rolcreatedb: true }]);
  expect(await query(running.adminUrl, roles)).toEqual([{ rolsuper: true, rolcreatedb: true }]);
  await running.stop();
});

test("Valkey keeps its data over a stop, and says its own name", async () => {
  const first = await valkey();
  expect(runningValkeyUrl(folder)).toBe(first.url);
  expect(await identifyValkey(first.url)).toEqual({ name: first.name, version: first.version });
  await withValkey(first.url, (client) => client.set("kept", "yes"));
  await first.stop();
  expect(isAlive(first.pid)).toBe(false);
  const orphan = await valkey();
  const second = await valkey();
  expect(isAlive(orphan.pid)).toBe(false);
  expect(await withValkey(second.url, (client) => client.get("kept"))).toBe("yes");
  await second.stop();
});

test("without its password nobody reads our Valkey", async () => {
  const running = await valkey();
  const stranger = `redis://127.0.0.1:${running.port}`;
  await expect(withValkey(stranger, (client) => client.get("kept"))).rejects.toThrow(/NOAUTH/);
  await running.stop();
});
