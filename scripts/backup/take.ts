import { spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import * as z from "zod";
import { now } from "@/platform/clock";
import { postgresAccount } from "../services/postgres-account";
import { archivePointer } from "../services/postgres-archive";
import { giveTo } from "../services/postgres-cluster";
import { copyCluster } from "../services/postgres-replica";
import { Advice } from "../system/advice";
import { baseFolder, basesIn, descriptionFile, superfluous, walFolder } from "./places";

const archivePolls = 600;
const archivePollMs = 100;
const walRow = z.object({ name: z.string() });

async function ask(url: string, statement: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return walRow.parse((await client.query(statement)).rows[0]).name;
  } finally {
    await client.end();
  }
}

/** Ends the present piece of the log and waits until everything up to it has been copied away. */
async function archived(url: string, wal: string): Promise<string> {
  // A switch does nothing where nothing was written since the last one.
  const mark = "select pg_logical_emit_message(false, 'backup', now()::text)::text as name";
  await ask(url, mark);
  const last = await ask(url, "select pg_walfile_name(pg_switch_wal()) as name");
  for (let poll = 0; poll < archivePolls; poll += 1) {
    if (existsSync(join(wal, last))) return last;
    await sleep(archivePollMs);
  }
  throw new Advice(
    `PostgreSQL could not copy its log to ${wal} within a minute. See whether its account may write there and whether the disk is full; the reason is in its log.`,
  );
}

export type Source = {
  adminUrl: string;
  /** The folder of `npm start`'s PostgreSQL: its cluster, password and log. */
  postgresDir: string;
  /** Files that people attached, where they lie in a folder. */
  filesDir: string | undefined;
  secretsFile: string;
};

/** Copies everything that cannot be made again, while it is used; and lets the log follow from now on. */
export async function takeBackup(
  source: Source,
  to: string,
  keep: number,
  report: (line: string) => void,
): Promise<string> {
  const { adminUrl, postgresDir, filesDir, secretsFile } = source;
  const backup = resolve(to);
  const wal = walFolder(backup);
  const clusterDir = join(postgresDir, "cluster");
  const account = postgresAccount([join(wal, "x")].filter(() => existsSync(wal)));
  mkdirSync(wal, { recursive: true });
  // Who may read this reads everything, so it is ours; the account passes through to its log alone.
  chmodSync(backup, 0o711);
  chmodSync(wal, 0o700);
  giveTo(account, wal);
  writeFileSync(archivePointer(postgresDir), wal, { mode: 0o644 });

  const startedAt = now().toISOString();
  const base = baseFolder(backup, startedAt);
  mkdirSync(base, { recursive: true, mode: 0o700 });
  report("Copying the database ...");
  await copyCluster({ adminUrl, clusterDir }, join(base, "cluster"));
  const label = readFileSync(join(base, "cluster", "backup_label"), "utf8");
  const firstWal = /\(file ([0-9A-F]{24})\)/.exec(label)?.[1] ?? "";
  if (filesDir !== undefined && existsSync(filesDir)) {
    report("Copying the files ...");
    const copied = spawnSync("cp", ["-a", filesDir, join(base, "files")], { encoding: "utf8" });
    if (copied.status !== 0) throw new Advice(`The files could not be copied: ${copied.stderr}`);
  }
  copyFileSync(join(postgresDir, "password"), join(base, "password"));
  if (existsSync(secretsFile)) copyFileSync(secretsFile, join(base, "secrets.json"));
  const lastWal = await archived(adminUrl, wal);
  const about = { startedAt, endedAt: now().toISOString(), firstWal, lastWal };
  writeFileSync(`${descriptionFile(base)}.part`, JSON.stringify(about, null, 2));
  renameSync(`${descriptionFile(base)}.part`, descriptionFile(base));

  const away = superfluous(basesIn(backup), readdirSync(wal), keep);
  for (const { folder } of away.bases) rmSync(folder, { recursive: true, force: true });
  for (const name of away.wal) rmSync(join(wal, name), { force: true });
  return base;
}
