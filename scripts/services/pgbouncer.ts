import { once } from "node:events";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { limits } from "@/platform/limits";
import { namedStatements, poolerSettings } from "../../deploy/topology/pooler";
import { Advice, messageOf } from "../system/advice";
import { freePort } from "../system/ports";
import { findProgram, programOrInstall } from "../system/programs";
import { runProgram } from "../system/run-program";
import { spawnLeashed } from "./leashed";
import { postgresAccount } from "./postgres-account";

const readyPolls = 400;
const readyPollMs = 25;
const folders = "/usr/sbin:/usr/local/sbin:/opt/homebrew/bin";

export type RunningPgbouncer = {
  /** The same database through the pooler. */
  url: string;
  version: string;
  /** Whether it carries named statements from one connection to the next (1.21 and later). */
  carriesNames: boolean;
  port: number;
  pid: number | undefined;
  exited: Promise<unknown>;
  stop(): Promise<void>;
};

export const findPgbouncer = (): string | undefined =>
  findProgram(["pgbouncer"]) ?? findProgram(["pgbouncer"], folders);

/** For tests, which need a real one. */
export function pgbouncerOrInstall(report: (line: string) => void): string {
  return (
    findPgbouncer() ??
    programOrInstall(
      {
        title: "PgBouncer",
        programs: ["pgbouncer"],
        packages: Object.fromEntries(
          ["apt-get", "dnf", "apk", "brew"].map((manager) => [manager, ["pgbouncer"]]),
        ),
        otherwise: "Install pgbouncer, then run the same command again.",
      },
      report,
    )
  );
}

export function versionOf(text: string): { version: string; carriesNames: boolean } {
  const [, version = "", major = "0", minor = "0"] = /PgBouncer ((\d+)\.(\d+)\S*)/.exec(text) ?? [];
  return { version, carriesNames: Number(major) > 1 || Number(minor) >= 21 };
}

/**
 * A client's own settings would stay on a connection that somebody else gets next, so the pooler
 * sets the bounds that our pools ask for when it opens a connection.
 */
const connectQuery = [
  `set statement_timeout=${limits.statementMsMax}`,
  `set lock_timeout=${limits.lockMsMax}`,
  `set idle_in_transaction_session_timeout=${limits.transactionIdleMsMax}`,
].join("; ");

function configuration(target: URL, port: number, folder: string, carriesNames: boolean): string {
  const settings = { ...poolerSettings, ...(carriesNames ? namedStatements : {}) };
  return [
    "[databases]",
    `* = host=${target.hostname} port=${target.port || "5432"} connect_query='${connectQuery}'`,
    "[pgbouncer]",
    "listen_addr = 127.0.0.1",
    `listen_port = ${port}`,
    "unix_socket_dir =",
    "auth_type = scram-sha-256",
    `auth_file = ${join(folder, "users.txt")}`,
    `stats_users = ${decodeURIComponent(target.username)}`,
    "server_tls_sslmode = prefer",
    // A primary that changed its place is found again without a restart.
    "server_login_retry = 1",
    "dns_max_ttl = 5",
    ...Object.entries(settings).map(([name, value]) => `${name} = ${value}`),
    "",
  ].join("\n");
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

async function untilItAnswers(url: string, logFile: string, ended: () => boolean): Promise<void> {
  let reason = "it did not answer in time";
  for (let poll = 0; poll < readyPolls && !ended(); poll += 1) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    client.on("error", () => undefined);
    try {
      await client.connect();
      return;
    } catch (error) {
      reason = messageOf(error);
    } finally {
      await client.end().catch(() => undefined);
    }
    await sleep(readyPollMs);
  }
  throw new Advice(`PgBouncer did not start: ${reason} (see ${logFile})`);
}

/** Starts a pooler in transaction mode in front of one server: the primary, or a replica. */
export async function startPgbouncer(about: {
  program: string;
  dataDir: string;
  databaseUrl: string;
  port?: number;
}): Promise<RunningPgbouncer> {
  const { program, databaseUrl } = about;
  const folder = resolve(about.dataDir);
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
  const port = about.port ?? (await freePort());
  const target = new URL(databaseUrl);
  const account = postgresAccount([folder, program]);
  const { version, carriesNames } = versionOf(runProgram(program, ["--version"]).output);
  const [ini, users, logFile] = ["pgbouncer.ini", "users.txt", "pgbouncer.log"].map((name) =>
    join(folder, name),
  );
  const login = [target.username, target.password].map(decodeURIComponent);
  writeFileSync(users ?? "", `${login.map(quoted).join(" ")}\n`, { mode: 0o644 });
  writeFileSync(ini ?? "", configuration(target, port, folder, carriesNames), { mode: 0o644 });
  const [command = "", ...args] = [...account.before, program, ini ?? ""];
  const child = spawnLeashed({
    command,
    args,
    cwd: folder,
    logFile: logFile ?? "",
    stopSignal: "TERM",
    as: account.as,
  });
  const exited = once(child, "exit");
  const isOver = () => child.exitCode !== null || child.signalCode !== null;
  const url = new URL(databaseUrl);
  url.hostname = "127.0.0.1";
  url.port = String(port);
  const stop = async () => {
    if (isOver()) return;
    child.stdio[3]?.destroy();
    await exited;
  };
  try {
    await untilItAnswers(url.href, logFile ?? "", isOver);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: url.href, version, carriesNames, port, pid: child.pid, exited, stop };
}
