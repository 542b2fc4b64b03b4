import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { Advice } from "../system/advice";
import { commandOf, stopProcess } from "../system/processes";
import { runProgram } from "../system/run-program";
import type { PostgresAccount } from "./postgres-account";
import type { PostgresBinaries } from "./postgres-binaries";

export const superuser = "postgres";

export function clusterFolder(dataDir: string): string {
  return join(dataDir, "cluster");
}

/** Made once and kept beside the cluster, readable by its owner alone. */
export function clusterPassword(dataDir: string): string {
  const file = join(dataDir, "password");
  if (!existsSync(file))
    writeFileSync(file, randomBytes(24).toString("base64url"), { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
}

/** Letters of every language count as letters (trigrams, upper and lower case), sorted by bytes. */
function localeFlags(): string[] {
  const locales = runProgram("locale", ["-a"]).output;
  const ctype = locales.split("\n").find((name) => /^(C|en_US)\.utf-?8$/i.test(name.trim()));
  return [
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
    `--lc-ctype=${ctype ?? "C"}`,
  ];
}

/** Makes a file or an empty folder the property of the account that PostgreSQL runs as. */
export function giveTo(account: PostgresAccount, path: string): void {
  const as = account.as ?? accountOfPrefix(account);
  if (as !== undefined) chownSync(path, as.uid, as.gid);
}

function accountOfPrefix({ before }: PostgresAccount) {
  const number = (flag: string) =>
    Number(before.find((word) => word.startsWith(flag))?.slice(flag.length));
  const [uid, gid] = [number("--reuid="), number("--regid=")];
  return Number.isNaN(uid) || Number.isNaN(gid) ? undefined : { uid, gid };
}

/** Made aside and then renamed: a cluster folder that exists is a whole one. */
export function ensureCluster(
  dataDir: string,
  binaries: PostgresBinaries,
  account: PostgresAccount,
): void {
  const cluster = clusterFolder(dataDir);
  if (existsSync(cluster)) return;
  const unfinished = join(dataDir, "cluster.unfinished");
  const passwordFile = join(dataDir, "password.initdb");
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, clusterPassword(dataDir), { mode: 0o600 });
  giveTo(account, unfinished);
  giveTo(account, passwordFile);
  const [command = "", ...args] = [
    ...account.before,
    binaries.initdb,
    `--pgdata=${unfinished}`,
    ...localeFlags(),
    "--auth=scram-sha-256",
    `--username=${superuser}`,
    `--pwfile=${passwordFile}`,
    "--no-sync",
  ];
  const made = spawnSync(command, args, {
    encoding: "utf8",
    cwd: dataDir,
    env: { ...process.env, LC_ALL: "C" },
    ...account.as,
  });
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) {
    const reason = made.error?.message ?? `${made.stderr}${made.stdout}`.trim().split("\n").at(-1);
    throw new Advice(`PostgreSQL could not make its data folder in ${dataDir}: ${reason}`);
  }
  renameSync(unfinished, cluster);
}

/** The server that a start killed half-way left on this folder, if it still runs. */
function orphanOf(cluster: string): number | undefined {
  const pidFile = join(cluster, "postmaster.pid");
  if (!existsSync(pidFile)) return undefined;
  const pid = Number(readFileSync(pidFile, "utf8").split("\n")[0]);
  // Another process may have got the number since; ours names the folder it serves.
  return Number.isInteger(pid) && commandOf(pid)?.includes(cluster) ? pid : undefined;
}

/** Frees the folder: a fast shutdown, then an immediate one, from which PostgreSQL recovers. */
export async function releaseCluster(dataDir: string): Promise<void> {
  const cluster = clusterFolder(dataDir);
  const orphan = orphanOf(cluster);
  if (orphan !== undefined) {
    await stopProcess(orphan, { signal: "SIGINT", graceMs: 8_000, thenSignal: "SIGQUIT" });
  }
  // Left by a machine that went down; PostgreSQL would refuse if the number is somebody's now.
  rmSync(join(cluster, "postmaster.pid"), { force: true });
}

/** The folder in which the cluster, its password and its log lie; others may pass through it. */
export function ensureDataFolder(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true });
  chmodSync(dataDir, 0o755);
}
