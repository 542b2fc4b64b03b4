import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import pg from "pg";
import { Advice } from "../system/advice";
import { freePort } from "../system/ports";
import { signalIfAlive } from "../system/processes";
import { spawnLeashed } from "./leashed";
import { type RunningPostgres, stopServer, usualSettings, waitUntilReady } from "./postgres";
import { postgresAccount } from "./postgres-account";
import { postgresBinaries } from "./postgres-binaries";
import { clusterFolder, clusterPassword, ensureDataFolder, superuser } from "./postgres-cluster";

export type RunningReplica = {
  port: number;
  /** An address of the primary, at the replica. */
  at: (primaryUrl: string) => string;
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** Makes it a primary, with what it has. */
  promote(): Promise<void>;
  /** As a machine that loses its power. */
  kill(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
};

/** Left out of a copy: the log comes by streaming, the rest is of the running server alone. */
const leftOut = ["postmaster.pid", "postmaster.opts", "pg_wal/*", "pg_replslot/*", "pg_stat_tmp/*"];

/** A copy of the primary's folder taken between the two calls that make it consistent. */
export async function copyCluster(
  primary: Pick<RunningPostgres, "adminUrl" | "clusterDir">,
  cluster: string,
): Promise<void> {
  const client = new pg.Client({ connectionString: primary.adminUrl });
  await client.connect();
  try {
    await client.query("select pg_backup_start('replica', true)");
    mkdirSync(cluster, { recursive: true, mode: 0o700 });
    const excludes = leftOut.map((path) => `--exclude=./${path}`).join(" ");
    const copied = spawnSync("sh", [
      "-c",
      `tar -C "$0" ${excludes} -cf - . | tar -C "$1" -xpf - --same-owner`,
      primary.clusterDir,
      cluster,
    ]);
    const { rows } = await client.query<{ labelfile: string }>(
      "select labelfile from pg_backup_stop(wait_for_archive => false)",
    );
    if (copied.status !== 0)
      throw new Advice(`The primary's folder could not be copied: ${copied.stderr}`);
    writeFileSync(join(cluster, "backup_label"), rows[0]?.labelfile ?? "");
  } finally {
    await client.end();
  }
}

/** A real streaming replica of a PostgreSQL of ours, made in two seconds without pg_basebackup. */
export async function startReplica(
  primary: RunningPostgres,
  folder: string,
): Promise<RunningReplica> {
  const dataDir = resolve(folder);
  ensureDataFolder(dataDir);
  const cluster = clusterFolder(dataDir);
  await copyCluster(primary, cluster);
  const binaries = await postgresBinaries();
  const account = postgresAccount([cluster, binaries.postgres]);
  const port = await freePort();
  const password = clusterPassword(primary.dataDir);
  const upstream = `host=127.0.0.1 port=${primary.port} user=${superuser} password=${password}`;
  writeFileSync(join(cluster, "standby.signal"), "");
  writeFileSync(
    join(cluster, "postgresql.auto.conf"),
    `primary_conninfo = '${upstream}'\nwal_retrieve_retry_interval = '100ms'\n`,
  );
  if (account.as !== undefined)
    spawnSync("chown", ["-R", `${account.as.uid}:${account.as.gid}`, cluster]);
  spawnSync("chmod", ["700", cluster]);
  const settings = { ...usualSettings, port, hot_standby: "on", fsync: "off" };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const [command = "", ...args] = [...account.before, binaries.postgres, "-D", cluster, ...flags];
  const logFile = join(dataDir, "server.log");
  const at = (primaryUrl: string) => {
    const url = new URL(primaryUrl);
    url.port = String(port);
    return url.href;
  };
  const run = async () => {
    rmSync(join(cluster, "postmaster.pid"), { force: true });
    const child = spawnLeashed({
      command,
      args,
      cwd: dataDir,
      logFile,
      stopSignal: "INT",
      as: account.as,
    });
    await waitUntilReady(child, at(primary.adminUrl), logFile);
    return child;
  };
  let child = await run();
  const tell = async (statement: string) => {
    const client = new pg.Client({ connectionString: at(primary.adminUrl) });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  const pidFile = join(cluster, "postmaster.pid");
  return {
    port,
    at,
    pause: () => tell("select pg_wal_replay_pause()"),
    resume: () => tell("select pg_wal_replay_resume()"),
    promote: () => tell("select pg_promote()"),
    kill: async () => {
      const exited = once(child, "exit");
      const pid = existsSync(pidFile) ? Number(readFileSync(pidFile, "utf8").split("\n")[0]) : 0;
      // An immediate end: its children go with it, and it recovers when it starts.
      if (pid > 0) signalIfAlive(pid, "SIGQUIT");
      await exited;
    },
    start: async () => {
      child = await run();
    },
    stop: () => stopServer(child, cluster),
  };
}
