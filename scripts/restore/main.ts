/** `npm run restore -- --from FOLDER [--until TIME]`: what a backup holds, in the place of what is here. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { supervisorOf } from "../start/data-folder";
import { givenServices, readVariables } from "../start/environment";
import { Advice } from "../system/advice";
import { findProgram } from "../system/programs";
import { root } from "../system/root";
import { bringBack, raiseEpoch } from "./bring-back";

const { values } = parseArgs({ options: { from: { type: "string" }, until: { type: "string" } } });
const variables = readVariables(join(root, ".env"));
const dataDir = resolve(root, variables.DATA_DIR ?? ".data");
const report = (line: string) => process.stdout.write(`${line}\n`);

function asked(): { from: string; until: Date | undefined } {
  if (values.from === undefined)
    throw new Advice(
      "Say where from: npm run restore -- --from /mnt/backup [--until 2026-11-27T09:30:00Z]",
    );
  const until = values.until === undefined ? undefined : new Date(values.until);
  if (until !== undefined && Number.isNaN(until.getTime()))
    throw new Advice(`"${values.until}" is no time. Say it as 2026-11-27T09:30:00Z.`);
  return { from: resolve(values.from), until };
}

/** Into a database that somebody else runs, from the newest dump. */
async function undump(url: string, from: string): Promise<void> {
  const program = findProgram(["pg_restore"]);
  const newest = existsSync(from)
    ? readdirSync(from)
        .filter((name) => name.startsWith("dump-"))
        .sort()
        .at(-1)
    : undefined;
  if (program === undefined) throw new Advice("pg_restore is not on this machine.");
  if (newest === undefined) throw new Advice(`There is no dump in ${from}.`);
  const args = ["--clean", "--if-exists", "--no-owner", "--single-transaction", `--dbname=${url}`];
  const done = spawnSync(program, [...args, join(from, newest)], { encoding: "utf8" });
  if (done.status !== 0) throw new Advice(`pg_restore failed: ${done.stderr.trim()}`);
  report(`${newest} is in place; clients fetch anew (epoch ${await raiseEpoch(url)}).`);
}

const { from, until } = asked();
const { database } = givenServices(variables);
if (database !== undefined) {
  if (until !== undefined)
    throw new Advice(
      "A dump is one moment. To go to a time, let whoever runs that database restore it there.",
    );
  await undump(database.directUrl, from);
} else {
  const supervisor = supervisorOf(dataDir);
  if (supervisor !== undefined)
    throw new Advice(
      `InsightDesk runs (process ${supervisor.pid}). Stop it: kill ${supervisor.pid}`,
    );
  const filesDir =
    variables.S3_ENDPOINT === undefined
      ? resolve(root, variables.STORAGE_DIR ?? join(dataDir, "files"))
      : undefined;
  const restored = await bringBack({ dataDir, filesDir, from, until }, report);
  report(
    `Restored from ${restored.from}; the last change is of ${restored.lastChangeAt ?? "before any"}.`,
  );
  report("What was there lies beside it, named .before-...; remove it when all is well.");
  report("Everybody signs in again and fetches anew. Start it, and take a new backup.");
}
