/** `npm run bench:sockets`: as many sockets as are asked for on one realtime server. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { closePools } from "@/platform/database";
import { closeValkey } from "@/platform/valkey";
import { Advice } from "../../scripts/system/advice";
import { root } from "../../scripts/system/root";
import { runProgram } from "../../scripts/system/run-program";
import { agentsOf } from "../bench/people";
import { percentile } from "../bench/percentile";
import { startOwnStack } from "../own/stack";
import { measureFanOut } from "./fan-out";
import { joinQueue, openSockets } from "./open";

const { values } = parseArgs({
  options: {
    sockets: { type: "string", default: "10000" },
    listeners: { type: "string", default: "1000" },
    commits: { type: "string", default: "50" },
  },
});
const report = (line: string) => process.stderr.write(`${line}\n`);
const [sockets, listeners, commits] = [values.sockets, values.listeners, values.commits].map(
  Number,
);
if (!(sockets !== undefined && listeners !== undefined && listeners <= sockets && commits))
  throw new Advice("npm run bench:sockets -- --sockets 10000 --listeners 1000 --commits 50");

/** Beside its sockets a process opens files, pipes and connections of its own. */
const filesBeside = 500;
const filesMax = Number(runProgram("sh", ["-c", "ulimit -n"]).output);
if (filesMax < sockets + filesBeside)
  throw new Advice(
    `This shell lets a process open ${filesMax} files, too few for ${sockets} sockets. Say ulimit -n ${sockets + filesBeside} first (as root, or raise nofile in /etc/security/limits.conf), or ask for fewer: --sockets ${filesMax - filesBeside}`,
  );

const rssKb = (pid: number) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? Number.NaN);
const restMs = 10_000;
const ms = (value: number) => value.toFixed(1);
const shares = (times: readonly number[]) =>
  `p50 ${ms(percentile(times, 0.5))}, p95 ${ms(percentile(times, 0.95))}, p99 ${ms(percentile(times, 0.99))} ms`;

const stack = await startOwnStack({
  dataDir: join(root, ".data", "load"),
  webs: 1,
  realtimes: 1,
  workers: 1,
  tickets: 2_000,
  pages: false,
  report,
});
try {
  const [realtime] = stack.realtimes;
  const pid = realtime?.pid ?? 0;
  const cookies = (await agentsOf(40)).map(({ cookie }) => cookie);
  const emptyKb = rssKb(pid);
  report(`Opening ${sockets} sockets ...`);
  const opened = await openSockets(realtime?.url ?? "", cookies, sockets);
  await sleep(restMs);
  const restKb = rssKb(pid);
  const room = opened.sockets.slice(0, listeners);
  report(`${room.length} of them join the queue ...`);
  const joins = (await joinQueue(room)).sort((a, b) => a - b);
  report(`${commits} new tickets ...`);
  const found = await measureFanOut(room, commits);
  process.stdout.write(
    [
      `${opened.sockets.length} sockets on one realtime server, ${opened.refused} refused`,
      `Memory: ${(emptyKb / 1024).toFixed(0)} MB empty, ${(restKb / 1024).toFixed(0)} MB at rest: ${((restKb - emptyKb) / opened.sockets.length).toFixed(1)} kB a socket`,
      `Joining a room: ${shares(joins)}`,
      `From a commit to the last of ${room.length} listeners: ${shares(found.lastMs)} (${found.commits} commits, ${found.missed} deliveries missed)`,
      "This process reads for all of them, and its time counts.",
      "",
    ].join("\n"),
  );
  for (const socket of opened.sockets) socket.close();
} finally {
  await closePools();
  await closeValkey();
  await stack.stop();
}
