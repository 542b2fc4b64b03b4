/**
 * What the serving path costs beside the work it serves: the thin handler against tRPC's own node
 * adapter and against node:http that only prints JSON, interleaved, 10 connections. `whole` adds what
 * every call of ours also does: it is measured, bounded by a deadline and counted by the limiter in
 * the store that VALKEY_URL names.
 * `RATE_LIMIT_FACTOR=1000000 node scripts/run.mjs load/bench/handler.ts`
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import autocannon from "autocannon";
import * as z from "zod";
import { servers } from "./handler-servers";

const rounds = 3;
const seconds = 4;
const connections = 10;
const path = `/api/trpc/list?batch=1&input=${encodeURIComponent('{"0":{"view":"open"}}')}`;

const ready = z.object({ port: z.number() });
const spent = z.object({ cpuMs: z.number() });

type Reading = { msP50: number; perSecond: number; cpuMs: number };

async function measure(name: string): Promise<Reading> {
  const child = fork("scripts/run.mjs", ["load/bench/handler.ts", name]);
  try {
    const [hello] = await once(child, "message");
    const url = `http://127.0.0.1:${ready.parse(hello).port}${path}`;
    await autocannon({ url, connections, duration: 1 });
    const ask = async () => {
      child.send("cpu");
      const [answer] = await once(child, "message");
      return spent.parse(answer).cpuMs;
    };
    const before = await ask();
    const run = await autocannon({ url, connections, duration: seconds });
    const cpuMs = ((await ask()) - before) / run.requests.total;
    return { msP50: run.latency.p50, perSecond: run.requests.average, cpuMs };
  } finally {
    child.kill();
  }
}

const median = (numbers: readonly number[]) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

async function compare(): Promise<void> {
  const readings = new Map<string, Reading[]>();
  for (let round = 0; round < rounds; round += 1) {
    for (const name of Object.keys(servers)) {
      readings.set(name, [...(readings.get(name) ?? []), await measure(name)]);
    }
  }
  const cpuOf = (name: string) => median((readings.get(name) ?? []).map(({ cpuMs }) => cpuMs));
  for (const [name, mine] of readings) {
    const perSecond = Math.round(median(mine.map((each) => each.perSecond)));
    const cpu = cpuOf(name);
    const ratio = (cpu / cpuOf("floor")).toFixed(2);
    process.stdout.write(
      `${name.padEnd(8)} ${perSecond} requests/s, ${cpu.toFixed(3)} ms CPU a request, ${ratio} x floor\n`,
    );
  }
}

const serve = Object.entries(servers).find(([name]) => name === process.argv.at(-1))?.[1];
if (serve === undefined) await compare();
else {
  process.send?.({ port: await serve() });
  process.on("message", () => {
    const { user, system } = process.cpuUsage();
    process.send?.({ cpuMs: (user + system) / 1_000 });
  });
}
