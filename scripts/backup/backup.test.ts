import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, expect, test } from "vitest";
import * as z from "zod";
import { migrate } from "@/platform/database/migrate";
import { bringBack } from "../restore/bring-back";
import { fastAndForgetful, type RunningPostgres, startPostgres } from "../services/postgres";
import { archiveSettings } from "../services/postgres-archive";
import { superuserUrl } from "./superuser";
import { takeBackup } from "./take";

const dataDir = mkdtempSync(join(tmpdir(), "backup-"));
const postgresDir = join(dataDir, "postgres");
const filesDir = join(dataDir, "files");
const secretsFile = join(dataDir, "secrets.json");
const to = join(dataDir, "backup");
let server: RunningPostgres;
afterAll(async () => {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const start = () =>
  startPostgres({
    dataDir: postgresDir,
    settings: { ...fastAndForgetful, ...archiveSettings(postgresDir) },
  });

async function ask(statement: string, values: string[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: server.adminUrl });
  await client.connect();
  return client
    .query(statement, values)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}

const tag = (name: string) => ask("insert into tags (name, created_at) values ($1, now())", [name]);
const tags = async () => (await ask("select name from tags order by name")).map(({ name }) => name);
const quiet = () => undefined;

test("what was there at a moment after the backup comes back, what came later does not", async () => {
  server = await start();
  await migrate(server.url);
  mkdirSync(filesDir);
  writeFileSync(join(filesDir, "picture"), "as it was");
  writeFileSync(secretsFile, "{}");
  await tag("before");
  const source = { adminUrl: superuserUrl(postgresDir), postgresDir, filesDir, secretsFile };
  await takeBackup(source, to, 2, quiet);

  await tag("after");
  const [moment] = await ask("select clock_timestamp() as at");
  const until = new Date(z.date().parse(moment?.at).getTime() + 1);
  await expect
    .poll(
      async () =>
        (await ask("select clock_timestamp() > $1::timestamptz as past", [until.toISOString()]))[0]
          ?.past,
    )
    .toBe(true);
  await tag("mistake");
  writeFileSync(join(filesDir, "picture"), "painted over");
  const [last] = await ask("select pg_walfile_name(pg_switch_wal()) as name");
  await expect.poll(() => readdirSync(join(to, "wal"))).toContain(last?.name);
  await server.stop();

  const restored = await bringBack({ dataDir, filesDir, from: to, until }, quiet);
  expect(restored.epoch).toBe(2);
  server = await start();
  expect(await tags()).toEqual(["after", "before"]);
  expect(readFileSync(join(filesDir, "picture"), "utf8")).toBe("as it was");
  expect(await ask("select pg_is_in_recovery() as recovering")).toEqual([{ recovering: false }]);

  // What was there is beside it, and the backup can be gone back to again: to its end.
  await server.stop();
  await bringBack({ dataDir, filesDir, from: to, until: undefined }, quiet);
  server = await start();
  expect(await tags()).toEqual(["after", "before", "mistake"]);
  expect(
    readdirSync(postgresDir).filter((name) => name.startsWith("cluster.before-")),
  ).toHaveLength(2);
});

test("a time before the backup is refused in words, and nothing is touched", async () => {
  const until = new Date("2020-01-01T00:00:00Z");
  const attempt = bringBack({ dataDir, filesDir, from: to, until }, quiet);
  await expect(attempt).rejects.toThrow(/was whole by 2020/);
  expect(await tags()).toContain("before");
});
