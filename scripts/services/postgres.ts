import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { Advice } from "../system/advice";
import { freePort } from "../system/ports";
import { signalIfAlive } from "../system/processes";
import { spawnLeashed } from "./leashed";
import { postgresAccount } from "./postgres-account";
import { postgresBinaries } from "./postgres-binaries";
import {
  clusterFolder,
  clusterPassword,
  ensureCluster,
  ensureDataFolder,
  releaseCluster,
  superuser,
} from "./postgres-cluster";
import { ensureDatabase } from "./postgres-database";

const readyPolls = 1_200;
const readyPollMs = 25;
const stopMs = 10_000;

export type PostgresOptions = {
  /** Holds the cluster, its password and its log. */
  dataDir: string;
  port?: number;
  settings?: Readonly<Record<string, string | number>>;
};

export type RunningPostgres = {
  /** The database `insightdesk`, as its owner, who may make databases but is no superuser. */
  url: string;
  /** The same database as superuser. */
  adminUrl: string;
  version: string;
  port: number;
  dataDir: string;
  clusterDir: string;
  pid: number;
  /** Resolves when the server ends, asked to or not. */
  exited: Promise<unknown>;
  stop(): Promise<void>;
};

/** For tests, which lose everything at the end anyway. */
export const fastAndForgetful = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  max_wal_size: "2GB",
  autovacuum_naptime: "1h",
} as const;

export const usualSettings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: 150,
  shared_buffers: "256MB",
  // A replica that never comes back must not fill the disk: it is made anew instead.
  max_slot_wal_keep_size: "4GB",
  shared_preload_libraries: "pg_stat_statements",
  log_min_messages: "warning",
  log_min_error_statement: "panic",
  timezone: "UTC",
  log_timezone: "UTC",
} as const;

function lastWords(logFile: string): string {
  if (!existsSync(logFile)) return "it wrote no log";
  const lines = readFileSync(logFile, "utf8").trim().split("\n");
  return lines.findLast((line) => /FATAL|ERROR|PANIC|could not/.test(line)) ?? lines.at(-1) ?? "";
}

async function answers(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 2_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

export async function waitUntilReady(
  child: ChildProcess,
  url: string,
  logFile: string,
): Promise<void> {
  for (let poll = 0; poll < readyPolls; poll += 1) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Advice(`PostgreSQL did not start: ${lastWords(logFile)} (see ${logFile})`);
    }
    if (await answers(url)) return;
    await sleep(readyPollMs);
  }
  throw new Advice(`PostgreSQL did not answer in time: ${lastWords(logFile)} (see ${logFile})`);
}

export async function stopServer(child: ChildProcess, cluster: string): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  const pidFile = join(cluster, "postmaster.pid");
  const pid = existsSync(pidFile)
    ? Number(readFileSync(pidFile, "utf8").split("\n")[0])
    : undefined;
  // The end of the leash asks for a fast shutdown, which breaks off open sessions.
  child.stdio[3]?.destroy();
  const insist = setTimeout(() => {
    if (pid !== undefined) signalIfAlive(pid, "SIGQUIT");
  }, stopMs);
  await exited;
  clearTimeout(insist);
}

/** Starts a PostgreSQL of our own on a free port; whatever was left on the folder is cleared away. */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const dataDir = resolve(options.dataDir);
  const binaries = await postgresBinaries();
  ensureDataFolder(dataDir);
  const cluster = clusterFolder(dataDir);
  const account = postgresAccount([cluster, binaries.postgres]);
  await releaseCluster(dataDir);
  ensureCluster(dataDir, binaries, account);
  const port = options.port ?? (await freePort());
  const settings = { ...usualSettings, ...options.settings, port };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const [command = "", ...args] = [...account.before, binaries.postgres, "-D", cluster, ...flags];
  const logFile = join(dataDir, "server.log");
  const { as } = account;
  const child = spawnLeashed({ command, args, cwd: dataDir, logFile, stopSignal: "INT", as });
  const exited = once(child, "exit");
  const login = `${superuser}:${encodeURIComponent(clusterPassword(dataDir))}`;
  const server = `127.0.0.1:${port}`;
  try {
    await waitUntilReady(child, `postgresql://${login}@${server}/postgres`, logFile);
    const made = await ensureDatabase(`postgresql://${login}@${server}`, clusterPassword(dataDir));
    return {
      ...made,
      port,
      dataDir,
      clusterDir: cluster,
      pid: Number(readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n")[0]),
      exited,
      stop: () => stopServer(child, cluster),
    };
  } catch (error) {
    await stopServer(child, cluster);
    throw error;
  }
}
