/**
 * `npm run bench:measuring`: what measuring costs. Two web processes that differ in nothing but
 * that one of them measures answer the same questions in turn, and their CPU a request is compared
 * round by round: what slows the machine for a while slows both.
 */
import { join } from "node:path";
import { closePools } from "@/platform/database";
import { closeValkey } from "@/platform/valkey";
import { nodeFlags } from "../../deploy/topology/node-flags";
import { bundleEntries } from "../../scripts/build/bundles";
import { migrateDatabase } from "../../scripts/start/prepare-database";
import { secretsIn } from "../../scripts/start/secrets";
import { startStack } from "../../scripts/start/stack";
import { root } from "../../scripts/system/root";
import { type Child, startChild } from "../bench/child";
import { ensureTickets } from "../bench/database";
import { drive, type Reading } from "../bench/drive";
import { type Operation, operationsFor } from "../bench/operations";
import { activeNumbers, peopleOf } from "../bench/people";
import { median } from "../bench/percentile";

const dataDir = join(root, ".data", "bench-measuring");
const bundleDir = join(dataDir, "bundles");
const [tickets, numbersAsked] = [20_000, 500];
const [rounds, seconds, connections, warmSeconds] = [15, 3, 10, 3];
const shareMax = 0.03;
const hotPath = new Set(["tickets.list", "tickets.get"]);
const settings = { RATE_LIMIT_FACTOR: "1000000", LOG_LEVEL: "warn" };
const report = (line: string) => process.stderr.write(`${line}\n`);
const entry = "load/measuring/door.ts";

/** Puts the doors that measure nothing in place of the two that do. */
const bare = {
  name: "bare",
  setup: (build: {
    onResolve: (
      options: { filter: RegExp },
      callback: (args: { path: string }) => { path: string },
    ) => void;
  }) =>
    build.onResolve({ filter: /^@\/platform\/(telemetry|measuring)$/ }, ({ path }) => ({
      path: join(root, "load", "measuring", "bare", `${path.split("/").at(-1)}.ts`),
    })),
};

async function comparedOn(operation: Operation, measured: Child, without: Child) {
  const { cookie, requests } = operation;
  const load = { cookie, requests, connections };
  for (const who of [measured, without]) await drive(who, { ...load, seconds: warmSeconds });
  const ratios: number[] = [];
  const all: { measured: Reading; without: Reading }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    report(`${operation.title}, round ${round + 1} of ${rounds} ...`);
    const first = round % 2 === 0 ? measured : without;
    const a = await drive(first, { ...load, seconds });
    const b = await drive(first === measured ? without : measured, { ...load, seconds });
    const pair = first === measured ? { measured: a, without: b } : { measured: b, without: a };
    all.push(pair);
    ratios.push(pair.measured.cpuMs / pair.without.cpuMs - 1);
  }
  const cpu = (who: "measured" | "without") => median(all.map((pair) => pair[who].cpuMs));
  const share = median(ratios);
  const percent = (value: number) => `${(100 * value).toFixed(1)} %`;
  process.stdout.write(
    `${operation.title}: ${cpu("without").toFixed(3)} ms CPU a request without measuring, ${cpu("measured").toFixed(3)} ms with it; ${percent(share)} more (median of ${rounds} pairs, ${percent(Math.min(...ratios))} to ${percent(Math.max(...ratios))}); ${share < shareMax ? "within" : "above"} ${percent(shareMax)}\n`,
  );
}

async function run(): Promise<void> {
  const stack = await startStack({
    dataDir,
    ...{ webs: 0, realtimes: 0, workers: 0 },
    env: settings,
    report,
    prepare: async ({ directUrl, ...services }) => {
      await migrateDatabase({ directUrl, ...services }, report);
      await ensureTickets(directUrl, tickets, report);
      await bundleEntries({ measured: entry }, bundleDir);
      await bundleEntries({ without: entry }, bundleDir, [bare]);
      return { distDir: ".next", bundleDir };
    },
  });
  const children: Child[] = [];
  try {
    const env = { ...secretsIn(dataDir), ...stack.services.variables, ...settings };
    Object.assign(process.env, env);
    const operations = await operationsFor(await peopleOf(), await activeNumbers(numbersAsked));
    const start = async (name: string) => {
      const file = join(bundleDir, `${name}.js`);
      const child = await startChild(file, { ...env, PROCESS_KIND: "web" }, { flags: nodeFlags });
      children.push(child);
      return child;
    };
    const [measured, without] = [await start("measured"), await start("without")];
    for (const operation of operations.filter(({ name }) => hotPath.has(name)))
      await comparedOn(operation, measured, without);
  } finally {
    for (const child of children) await child.stop();
    await closePools();
    await closeValkey();
    await stack.stop();
  }
}

await run();
