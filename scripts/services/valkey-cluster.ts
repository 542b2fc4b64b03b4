import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Advice } from "../system/advice";
import { freePort } from "../system/ports";
import { signalIfAlive } from "../system/processes";
import { findProgram } from "../system/programs";
import { runProgram } from "../system/run-program";
import { type RunningValkey, startValkey } from "./valkey";

const nodesCount = 6;
/** Short, so that a test need not wait long for a primary to be missed. */
const nodeTimeoutMs = 1_000;
const readyPolls = 200;
const readyPollMs = 50;

export type RunningCluster = {
  /** Some of its servers, as our variables name a cluster. */
  url: string;
  nodes: readonly RunningValkey[];
  /** As a machine that loses its power; gives the address of the primary that had the slot. */
  killPrimaryOf(key: string): Promise<RunningValkey>;
  /** What one of the servers that are left answers. */
  ask(...command: string[]): string;
  stop(): Promise<void>;
};

/** Three primaries with a replica each, on this machine, as the founding picture has them. */
export async function startValkeyCluster(folder: string): Promise<RunningCluster> {
  const nodes: RunningValkey[] = [];
  const dead = new Set<RunningValkey>();
  let password = "";
  for (let index = 1; index <= nodesCount; index += 1) {
    const dataDir = join(folder, `node-${index}`);
    mkdirSync(dataDir, { recursive: true });
    const file = join(dataDir, "password");
    if (password !== "") writeFileSync(file, password, { mode: 0o600 });
    // The first one makes the password; it must know it itself to follow others later.
    else writeFileSync(file, `cluster-${process.pid}-${index}`, { mode: 0o600 });
    password = readFileSync(file, "utf8");
    const flags = {
      "cluster-enabled": "yes",
      "cluster-port": String(await freePort()),
      "cluster-node-timeout": String(nodeTimeoutMs),
      "cluster-config-file": "nodes.conf",
      masterauth: password,
      "repl-diskless-sync-delay": "0",
    };
    const extraArgs = Object.entries(flags).flatMap(([name, value]) => [`--${name}`, value]);
    nodes.push(await startValkey({ dataDir, extraArgs }));
  }
  const cli = findProgram(["valkey-cli", "redis-cli"]);
  if (cli === undefined) throw new Advice("Neither valkey-cli nor redis-cli is on the PATH.");
  const login = ["-a", password, "--no-auth-warning"];
  const made = runProgram(cli, [
    ...login,
    "--cluster",
    "create",
    ...nodes.map(({ port }) => `127.0.0.1:${port}`),
    "--cluster-replicas",
    "1",
    "--cluster-yes",
  ]);
  if (!made.isOk) throw new Advice(`The cluster could not be made: ${made.reason}${made.output}`);
  // A replica that never had its primary's data may not follow it.
  for (let poll = 0; !isReady(cli, login, nodes); poll += 1) {
    if (poll > readyPolls) throw new Advice("The cluster's replicas did not follow in time.");
    await sleep(readyPollMs);
  }
  const alive = () => nodes.filter((node) => !dead.has(node));
  const ask = (...command: string[]) => {
    const [first] = alive();
    return runProgram(cli, [...login, "-p", String(first?.port), ...command]).output;
  };
  return {
    url: nodes.map(({ url }) => url).join(","),
    nodes,
    ask,
    killPrimaryOf: async (key) => {
      const slot = Number(ask("cluster", "keyslot", key));
      const line = ask("cluster", "nodes")
        .split("\n")
        .find((each) => /\bmaster\b/.test(each) && !/fail/.test(each) && holds(each, slot));
      const port = Number(/127\.0\.0\.1:(\d+)/.exec(line ?? "")?.[1]);
      const node = nodes.find((each) => each.port === port);
      if (node === undefined) throw new Error(`No primary holds the slot of ${key}`);
      dead.add(node);
      signalIfAlive(node.pid, "SIGKILL");
      await node.exited;
      return node;
    },
    stop: async () => void (await Promise.all(alive().map((node) => node.stop()))),
  };
}

function isReady(cli: string, login: string[], nodes: readonly RunningValkey[]): boolean {
  return nodes.every(({ port }) => {
    const say = (...words: string[]) =>
      runProgram(cli, [...login, "-p", String(port), ...words]).output;
    const role = say("info", "replication");
    const follows = role.includes("role:master") || role.includes("master_link_status:up");
    return follows && say("cluster", "info").includes("cluster_state:ok");
  });
}

function holds(line: string, slot: number): boolean {
  return line
    .split(" ")
    .slice(8)
    .some((range) => {
      const [from = "", to = from] = range.split("-");
      return Number(from) <= slot && slot <= Number(to);
    });
}
