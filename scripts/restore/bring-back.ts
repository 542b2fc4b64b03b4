import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import pg from "pg";
import * as z from "zod";
import { now } from "@/platform/clock";
import { baseFor, basesIn, walFolder } from "../backup/places";
import { startPostgres } from "../services/postgres";
import { postgresAccount } from "../services/postgres-account";
import { archivePointer } from "../services/postgres-archive";
import { clusterFolder, ensureDataFolder } from "../services/postgres-cluster";
import { Advice } from "../system/advice";

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
const settingsFile = (cluster: string) => join(cluster, "postgresql.auto.conf");
const epochRow = z.object({ epoch: z.coerce.number() });

/**
 * After a restore the positions of events start again below what clients have seen. A new epoch
 * tells every one of them to fetch anew instead of going on from there.
 */
export async function raiseEpoch(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const raised = await client.query(
      "update event_positions set epoch = epoch + 1 returning epoch",
    );
    return epochRow.parse(raised.rows[0]).epoch;
  } finally {
    await client.end();
  }
}

function copy(from: string, to: string): void {
  const copied = spawnSync("cp", ["-a", from, to], { encoding: "utf8" });
  if (copied.status !== 0) throw new Advice(`${from} could not be copied: ${copied.stderr}`);
}

/** What was there is put aside, never thrown away: a restore may be the mistake. */
function putAside(path: string, stamp: string): void {
  if (existsSync(path)) renameSync(path, `${path}.before-${stamp}`);
}

/** PostgreSQL reads this setting before it knows the letters of ISO times. */
const targetTime = (until: Date) => until.toISOString().replace("T", " ").replace("Z", "+00");

function prepareRecovery(cluster: string, backup: string, until: Date | undefined): string {
  const usual = existsSync(settingsFile(cluster))
    ? readFileSync(settingsFile(cluster), "utf8")
    : "";
  const lines = [
    `restore_command = ${quoted(`cp "${walFolder(backup)}/%f" "%p"`)}`,
    "recovery_target_action = 'promote'",
    ...(until === undefined ? [] : [`recovery_target_time = ${quoted(targetTime(until))}`]),
  ];
  writeFileSync(settingsFile(cluster), `${usual}\n${lines.join("\n")}\n`);
  writeFileSync(join(cluster, "recovery.signal"), "");
  rmSync(join(cluster, "postmaster.pid"), { force: true });
  const account = postgresAccount([cluster]);
  const owner = account.as === undefined ? undefined : `${account.as.uid}:${account.as.gid}`;
  if (owner !== undefined) spawnSync("chown", ["-R", owner, cluster]);
  spawnSync("chmod", ["700", cluster]);
  return usual;
}

export type Restored = { from: string; epoch: number; lastChangeAt: string | null };
const lastRow = z.object({ at: z.nullable(z.string()) });

async function recover(postgresDir: string): Promise<Omit<Restored, "from">> {
  // Nobody is let in before it is over: what one reads half-way was never true.
  const settings = { hot_standby: "off", archive_mode: "off" };
  const server = await startPostgres({ dataDir: postgresDir, settings });
  try {
    const client = new pg.Client({ connectionString: server.adminUrl });
    await client.connect();
    const { rows } = await client
      .query("select max(created_at)::text as at from outbox")
      .finally(() => client.end());
    return { epoch: await raiseEpoch(server.adminUrl), lastChangeAt: lastRow.parse(rows[0]).at };
  } finally {
    await server.stop();
  }
}

/** Puts a backup in the place of what is there, up to its end or to a moment of its time. */
export async function bringBack(
  about: { dataDir: string; filesDir: string | undefined; from: string; until: Date | undefined },
  report: (line: string) => void,
): Promise<Restored> {
  const { dataDir, filesDir, until } = about;
  const backup = resolve(about.from);
  const base = baseFor(basesIn(backup), until);
  if (base === undefined)
    throw new Advice(
      until === undefined
        ? `There is no whole backup in ${backup}.`
        : `No backup in ${backup} was whole by ${until.toISOString()}. Say a later time.`,
    );
  const postgresDir = join(dataDir, "postgres");
  const cluster = clusterFolder(postgresDir);
  const stamp = now().toISOString().replaceAll(/[:.]/g, "");
  ensureDataFolder(dataDir);
  ensureDataFolder(postgresDir);
  // The log of what comes now must not be taken for a part of the old backup.
  rmSync(archivePointer(postgresDir), { force: true });
  putAside(cluster, stamp);
  // What waits in the stores belongs to another time; the database says it again.
  putAside(join(dataDir, "valkey"), stamp);
  report(`Copying ${base.folder} ...`);
  copy(join(base.folder, "cluster"), cluster);
  mkdirSync(join(cluster, "pg_wal"), { recursive: true, mode: 0o700 });
  mkdirSync(join(cluster, "pg_replslot"), { recursive: true, mode: 0o700 });
  mkdirSync(join(cluster, "pg_stat_tmp"), { recursive: true, mode: 0o700 });
  copyFileSync(join(base.folder, "password"), join(postgresDir, "password"));
  const secrets = join(base.folder, "secrets.json");
  if (existsSync(secrets)) copyFileSync(secrets, join(dataDir, "secrets.json"));
  if (filesDir !== undefined && existsSync(join(base.folder, "files"))) {
    putAside(filesDir, stamp);
    copy(join(base.folder, "files"), filesDir);
  }
  const usual = prepareRecovery(cluster, backup, until);
  report(
    until === undefined ? "Going on to its end ..." : `Going on to ${until.toISOString()} ...`,
  );
  const recovered = await recover(postgresDir);
  writeFileSync(settingsFile(cluster), usual);
  return { from: base.folder, ...recovered };
}
