import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type ProxyPlan, proxyConfiguration } from "../../deploy/topology/proxy";
import { probe } from "../start/probe";
import { Advice } from "../system/advice";
import { freePort } from "../system/ports";
import { findProgram, programOrInstall } from "../system/programs";
import { runProgram } from "../system/run-program";
import { spawnLeashed } from "./leashed";

const readyPolls = 200;
const readyPollMs = 25;
const folders = "/usr/sbin:/usr/local/sbin:/opt/homebrew/bin";

export const findHaproxy = (): string | undefined =>
  findProgram(["haproxy"]) ?? findProgram(["haproxy"], folders);

/** For tests, which need a real one. */
export function haproxyOrInstall(report: (line: string) => void): string {
  return (
    findHaproxy() ??
    programOrInstall(
      {
        title: "HAProxy",
        programs: ["haproxy"],
        packages: Object.fromEntries(
          ["apt-get", "dnf", "apk", "brew"].map((manager) => [manager, ["haproxy"]]),
        ),
        otherwise: "Install haproxy 2.6 or newer, then run the same command again.",
      },
      report,
    )
  );
}

export type RunningHaproxy = {
  url: string;
  /** Answers only where TLS_CERTIFICATE is set. */
  tlsUrl: string;
  exited: Promise<unknown>;
  logFile: string;
  stop(): Promise<void>;
};

/** Starts the proxy in front of the processes; its configuration is the compose file's. */
export async function startHaproxy(about: {
  program: string;
  dataDir: string;
  port?: number;
  tlsPort?: number;
  backends: Pick<ProxyPlan, "webs" | "realtimes">;
}): Promise<RunningHaproxy> {
  const { program, backends } = about;
  const folder = resolve(about.dataDir);
  mkdirSync(folder, { recursive: true });
  const port = about.port ?? (await freePort());
  const tlsPort = about.tlsPort ?? (await freePort());
  const file = join(folder, "haproxy.cfg");
  const logFile = join(folder, "haproxy.log");
  const bind = { bind: `:${port}`, bindTls: `:${tlsPort}` };
  writeFileSync(file, proxyConfiguration({ ...bind, ...backends }));
  const checked = runProgram(program, ["-c", "-f", file]);
  if (!checked.isOk) throw new Advice(`HAProxy refuses ${file}: ${checked.reason}`);
  const child = spawnLeashed({
    command: program,
    args: ["-db", "-f", file],
    cwd: folder,
    logFile,
    stopSignal: "TERM",
  });
  const exited = once(child, "exit");
  const isOver = () => child.exitCode !== null || child.signalCode !== null;
  for (let poll = 0; poll < readyPolls && !isOver(); poll += 1) {
    // Its own answer to what it keeps inside: it listens, whatever stands behind it.
    if ((await probe(`http://127.0.0.1:${port}/health/live`)) !== undefined) break;
    await sleep(readyPollMs);
  }
  if (isOver()) {
    const lines = existsSync(logFile) ? readFileSync(logFile, "utf8").trim().split("\n") : [];
    throw new Advice(`HAProxy did not start: ${lines.at(-1) ?? "no log"} (see ${logFile})`);
  }
  return {
    url: `http://localhost:${port}`,
    tlsUrl: `https://localhost:${tlsPort}`,
    exited,
    logFile,
    stop: async () => {
      if (isOver()) return;
      child.stdio[3]?.destroy();
      await exited;
    },
  };
}
