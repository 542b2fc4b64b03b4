import type { ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Advice, messageOf } from "../system/advice";
import { freePort } from "../system/ports";
import { commandOf, signalIfAlive, stopProcess } from "../system/processes";
import { spawnLeashed } from "./leashed";
import { valkeyBinary } from "./valkey-binary";
import { identify, withValkey } from "./valkey-identity";

const readyPolls = 800;
const readyPollMs = 25;
const stopMs = 10_000;

export type ValkeyOptions = {
  /** Holds the append-only files, the configuration with the password, and the log. */
  dataDir: string;
  port?: number;
  maxmemoryPolicy?: string;
  appendonly?: boolean;
  extraArgs?: readonly string[];
  report?: (line: string) => void;
};

export type RunningValkey = {
  url: string;
  name: "valkey" | "redis";
  version: string;
  port: number;
  pid: number;
  /** Resolves when the server ends, asked to or not. */
  exited: Promise<unknown>;
  stop(): Promise<void>;
};

function passwordIn(dataDir: string): string {
  const file = join(dataDir, "password");
  if (!existsSync(file))
    writeFileSync(file, randomBytes(24).toString("base64url"), { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
}

/** In a file and not in arguments, which everybody on the machine can list. */
function writeConfiguration(options: ValkeyOptions, dataDir: string, port: number): string {
  const file = join(dataDir, "server.conf");
  const lines = [
    "bind 127.0.0.1",
    `port ${port}`,
    `requirepass ${passwordIn(dataDir)}`,
    `dir "${dataDir}"`,
    `pidfile "${join(dataDir, "server.pid")}"`,
    "daemonize no",
    'save ""',
    `appendonly ${(options.appendonly ?? true) ? "yes" : "no"}`,
    "appendfsync everysec",
    `maxmemory-policy ${options.maxmemoryPolicy ?? "noeviction"}`,
  ];
  writeFileSync(file, `${lines.join("\n")}\n`, { mode: 0o600 });
  return file;
}

function pidIn(dataDir: string): number | undefined {
  const file = join(dataDir, "server.pid");
  if (!existsSync(file)) return undefined;
  const pid = Number(readFileSync(file, "utf8").trim());
  return Number.isInteger(pid) && pid > 0 ? pid : undefined;
}

/** Ends the server that a start killed half-way left on this folder. */
async function releaseFolder(dataDir: string): Promise<void> {
  const pid = pidIn(dataDir);
  if (pid !== undefined && /(valkey|redis)-server/.test(commandOf(pid) ?? "")) {
    await stopProcess(pid, { signal: "SIGTERM", graceMs: 5_000 });
  }
  rmSync(join(dataDir, "server.pid"), { force: true });
}

async function waitUntilReady(child: ChildProcess, url: string, logFile: string): Promise<string> {
  let reason = "it did not answer in time";
  for (let poll = 0; poll < readyPolls; poll += 1) {
    if (child.exitCode !== null || child.signalCode !== null) {
      const lines = existsSync(logFile) ? readFileSync(logFile, "utf8").trim().split("\n") : [];
      throw new Advice(`Valkey did not start: ${lines.at(-1) ?? "no log"} (see ${logFile})`);
    }
    try {
      return await withValkey(url, async (client) => {
        // While the append-only file is being read, this refuses.
        await client.ping();
        return client.info("server");
      });
    } catch (error) {
      reason = messageOf(error);
    }
    await sleep(readyPollMs);
  }
  throw new Advice(`Valkey did not start: ${reason} (see ${logFile})`);
}

async function stopServer(child: ChildProcess, dataDir: string): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  const pid = pidIn(dataDir);
  child.stdio[3]?.destroy();
  const insist = setTimeout(() => {
    if (pid !== undefined) signalIfAlive(pid, "SIGKILL");
  }, stopMs);
  await exited;
  clearTimeout(insist);
}

/** Starts a Valkey of our own (or a Redis, said by its name) on a free port. */
export async function startValkey(options: ValkeyOptions): Promise<RunningValkey> {
  const dataDir = resolve(options.dataDir);
  const binary = valkeyBinary(options.report ?? (() => undefined));
  mkdirSync(dataDir, { recursive: true });
  await releaseFolder(dataDir);
  const port = options.port ?? (await freePort());
  const logFile = join(dataDir, "server.log");
  const child = spawnLeashed({
    command: binary,
    args: [writeConfiguration(options, dataDir, port), ...(options.extraArgs ?? [])],
    cwd: dataDir,
    logFile,
    stopSignal: "TERM",
  });
  const exited = once(child, "exit");
  const url = `redis://:${encodeURIComponent(passwordIn(dataDir))}@127.0.0.1:${port}`;
  try {
    const { name, version } = identify(await waitUntilReady(child, url, logFile));
    if (name === "unknown") throw new Advice(`${basename(binary)} is neither Valkey nor Redis.`);
    const pid = pidIn(dataDir) ?? 0;
    return { url, name, version, port, pid, exited, stop: () => stopServer(child, dataDir) };
  } catch (error) {
    await stopServer(child, dataDir);
    throw error;
  }
}
