/** `npm run backup -- --to FOLDER`: everything that cannot be made again, while it is used. */
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { now } from "@/platform/clock";
import { runningPostgresUrl } from "../services/running";
import { givenServices, readVariables } from "../start/environment";
import { Advice } from "../system/advice";
import { findProgram } from "../system/programs";
import { root } from "../system/root";
import { superuserUrl } from "./superuser";
import { takeBackup } from "./take";

const { values } = parseArgs({
  options: { to: { type: "string" }, keep: { type: "string", default: "2" } },
});
const variables = readVariables(join(root, ".env"));
const dataDir = resolve(root, variables.DATA_DIR ?? ".data");
const report = (line: string) => process.stdout.write(`${line}\n`);

/** Of a database that somebody else runs: one file, as it was when this began. */
function dump(url: string, to: string): string {
  const program = findProgram(["pg_dump"]);
  if (program === undefined)
    throw new Advice(
      "pg_dump is not on this machine. Install PostgreSQL's client programs of the server's version, or back the database up where it runs.",
    );
  mkdirSync(to, { recursive: true, mode: 0o700 });
  const file = join(to, `dump-${now().toISOString().replaceAll(/[:.]/g, "")}.custom`);
  const done = spawnSync(program, ["--format=custom", `--file=${file}`, url], {
    encoding: "utf8",
  });
  if (done.status !== 0) throw new Advice(`pg_dump failed: ${done.stderr.trim()}`);
  return file;
}

function asked(): { to: string; keep: number } {
  const keep = Number(values.keep);
  if (values.to === undefined || !Number.isInteger(keep) || keep < 1)
    throw new Advice("Say where to: npm run backup -- --to /mnt/backup [--keep 2]");
  return { to: resolve(values.to), keep };
}

const { to, keep } = asked();
const { database } = givenServices(variables);
if (database !== undefined) {
  report(`Kept in ${dump(database.directUrl, to)}. Files in an S3 store are not in it.`);
} else {
  if (runningPostgresUrl(dataDir) === undefined)
    throw new Advice("Nothing runs here. Start it first: a backup is taken while it is used.");
  const postgresDir = join(dataDir, "postgres");
  const source = {
    adminUrl: superuserUrl(postgresDir),
    postgresDir,
    filesDir:
      variables.S3_ENDPOINT === undefined
        ? resolve(root, variables.STORAGE_DIR ?? join(dataDir, "files"))
        : undefined,
    secretsFile: join(dataDir, "secrets.json"),
  };
  const base = await takeBackup(source, to, keep, report);
  report(`Kept in ${base}. From now on every change follows within a minute.`);
  report("It holds secrets and everything that people wrote: keep it as safe as the server.");
}
