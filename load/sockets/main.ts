/** `npm run bench:sockets`: as many sockets as are asked for on one realtime server. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { monotonicMs } from "@/platform/clock";
import { closePools } from "@/platform/database";
import { closeValkey } from "@/platform/valkey";
import { Advice } from "../../scripts/system/advice";
import { root } from "../../scripts/system/root";
import { runProgram } from "../../scripts/system/run-program";
import { agentsOf } from "../bench/people";
import { percentile } from "../bench/percentile";
import { startOwnStack } from "../own/stack";
import { measureFanOut } from "./fan-out";
import { joinQueue, openMany } from "./many";

const { values } = parseArgs({
  options: {
    sockets: { type: "string", default: "10000" },
    listeners: { type: "string", default: "1000" },
    commits: { type: "string", default: "50" },
    refused: { type: "string", default: "10000" },
  },
});
const report = (line: string) => process.stderr.write(`${line}\n`);
const [sockets, listeners, commits, refused] = [
  Number(values.sockets),
  Number(values.listeners),
  Number(values.commits),
  Number(values.refused),
] as const;
if (!(sockets > 0 && listeners > 0 && listeners <= sockets && commits > 0 && refused >= 0))
  throw new Advice(
    "npm run bench:sockets -- --sockets 10000 --listeners 1000 --commits 50 --refused 10000",
  );

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
const settleMsMax = 30_000;

/** What the server itself says: how many connections count towards its most. */
async function connectionsOf(url: string): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  return Number(/^insightdesk_socket_connections (\S+)$/m.exec(metrics)?.[1] ?? Number.NaN);
}

async function untilNobodyCounts(url: string): Promise<number> {
  const startMs = monotonicMs();
  while (monotonicMs() - startMs < settleMsMax && (await connectionsOf(url)) !== 0)
    await sleep(200);
  return connectionsOf(url);
}

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
  const url = realtime?.url ?? "";
  const pid = realtime?.pid ?? 0;
  const cookies = (await agentsOf(40)).map(({ cookie }) => cookie);
  report(`${refused} handshakes of nobody, and of another site's pages ...`);
  const foreign = { cookie: cookies[0] ?? "", origin: "https://elsewhere.example" };
  const strangers: Record<string, string>[] = [{}, foreign];
  const turnedAway = await openMany(url, refused, (at) => strangers[at % 2] ?? {});
  const left = await untilNobodyCounts(url);
  const emptyKb = rssKb(pid);
  report(`Opening ${sockets} sockets ...`);
  const opened = await openMany(url, sockets, (at) => ({
    cookie: cookies[at % cookies.length] ?? "",
  }));
  await sleep(restMs);
  const restKb = rssKb(pid);
  const room = opened.sockets.slice(0, listeners);
  report(`${room.length} of them join the queue ...`);
  const joins = (await joinQueue(room)).sort((a, b) => a - b);
  report(`${commits} new tickets ...`);
  const found = await measureFanOut(room, commits);
  process.stdout.write(
    [
      `${turnedAway.refused} of ${refused} handshakes refused, ${left} of them still count`,
      `${opened.sockets.length} sockets on one realtime server, ${opened.refused} refused`,
      `Memory: ${(emptyKb / 1024).toFixed(0)} MB empty, ${(restKb / 1024).toFixed(0)} MB at rest: ${((restKb - emptyKb) / opened.sockets.length).toFixed(1)} kB a socket`,
      `Joining a room: ${shares(joins)}`,
      `From a commit to the first of ${room.length} listeners: ${shares(found.firstMs)}`,
      `From a commit to the last of them: ${shares(found.lastMs)} (${found.commits} commits, ${found.missed} deliveries missed)`,
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
