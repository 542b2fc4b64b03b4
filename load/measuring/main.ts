/**
 * `npm run bench:measuring`: what measuring costs. Two web processes that differ in nothing but
 * that one of them measures answer the same questions in many short turns, and their CPU a request is
 * compared pair by pair: what slows the machine for a while slows both.
 */
import { join } from "node:path";
import { monotonicMs } from "@/platform/clock";
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
import { type Operation, operationsFor } from "../bench/operations";
import { activeNumbers, peopleOf } from "../bench/people";
import { median } from "../bench/percentile";
import { addedMsPerCall } from "./in-place";
import { estimateOf, type Pair, verdictOf } from "./paired";
import { type Served, serve, type Turn } from "./turns";

const dataDir = join(root, ".data", "bench-measuring");
const bundleDir = join(dataDir, "bundles");
const [tickets, numbersAsked] = [20_000, 500];
/** A turn is short, so that both sides of a pair meet the same machine, and long beside a collection. */
const [turnRequests, pairsMin, warmTurns, connections] = [100, 10, 12, 10];
/** Two processes of the same code differ by some per cent for as long as they live: one pair says nothing. */
const lapsCount = 6;
/** `-- 200` gives each operation 200 seconds over all laps: four times the pairs halve their part. */
const operationMs = (1_000 * Number(process.argv[2] ?? 60)) / lapsCount;
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

const percent = (value: number) => `${(100 * value).toFixed(1)} %`;

type Side = "measured" | "without";
type Sides<Of> = Readonly<Record<Side, Of>>;

/** Many short turns, each side of a pair first as often as the other. */
async function pairsOf({ measured, without }: Sides<Served>): Promise<Sides<Turn>[]> {
  const pairs: Sides<Turn>[] = [];
  const startedAtMs = monotonicMs();
  while (pairs.length < pairsMin || monotonicMs() - startedAtMs < operationMs) {
    if (pairs.length % 2 === 0) {
      const first = await measured.turn(turnRequests);
      pairs.push({ measured: first, without: await without.turn(turnRequests) });
    } else {
      const first = await without.turn(turnRequests);
      pairs.push({ without: first, measured: await measured.turn(turnRequests) });
    }
  }
  return pairs;
}

/** What a server used while nobody asked it, of one core: what it writes down and what ticks in it. */
async function restOf(
  served: Served,
  beforeMs: number,
  wallMs: number,
  turns: readonly Turn[],
): Promise<number> {
  const sum = (of: (turn: Turn) => number) => turns.reduce((all, turn) => all + of(turn), 0);
  const used = (await served.cpuMs()) - beforeMs - sum(({ cpuMs }) => cpuMs);
  return used / (wallMs - sum(({ ms }) => ms));
}

type Compared = { readonly pairs: readonly Pair[]; readonly rest: number };

async function comparedOn(operation: Operation, children: Sides<Child>): Promise<Compared> {
  const sides = {
    measured: serve(children.measured, operation, connections),
    without: serve(children.without, operation, connections),
  };
  const { measured, without } = sides;
  for (let turn = 0; turn < warmTurns; turn += 1)
    for (const side of [measured, without]) await side.turn(turnRequests);
  const [measuredBefore, withoutBefore] = [await measured.cpuMs(), await without.cpuMs()];
  const startedAtMs = monotonicMs();
  const pairs = await pairsOf(sides);
  const wallMs = monotonicMs() - startedAtMs;
  const turnsOf = (side: Side) => pairs.map((pair) => pair[side]);
  const rest =
    (await restOf(measured, measuredBefore, wallMs, turnsOf("measured"))) -
    (await restOf(without, withoutBefore, wallMs, turnsOf("without")));
  measured.close();
  without.close();
  return {
    pairs: pairs.map((pair) => ({ measured: pair.measured.cpuMs, without: pair.without.cpuMs })),
    rest,
  };
}

const said = { within: "within", above: "above", unsure: "too wide to tell from" } as const;

/** What all laps of an operation found; whether the bound is kept for sure. */
function told(title: string, laps: readonly Compared[]): boolean {
  const estimate = estimateOf(laps.map(({ pairs }) => pairs));
  const all = laps.flatMap(({ pairs }) => pairs);
  const each = (side: Side) => (median(all.map((pair) => pair[side])) / turnRequests).toFixed(3);
  const rest = median(laps.map((lap) => lap.rest));
  const verdict = verdictOf(estimate, shareMax);
  process.stdout.write(
    `${title}: ${each("without")} ms CPU a request without measuring, ${each("measured")} ms with it; ${percent(estimate.share)} more (${laps.length} pairs of processes, ${all.length} pairs of ${turnRequests} requests, 95 % between ${percent(estimate.low)} and ${percent(estimate.high)}); ${said[verdict]} ${percent(shareMax)}. Between the turns ${percent(rest)} of a core more.\n`,
  );
  return verdict === "within";
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
    const asked = operations.filter(({ name }) => hotPath.has(name));
    const found = new Map<Operation, Compared[]>(asked.map((operation) => [operation, []]));
    for (let lap = 0; lap < lapsCount; lap += 1) {
      report(`Processes ${lap + 1} of ${lapsCount} ...`);
      const measured = await start("measured");
      const without = await start("without");
      for (const [operation, laps] of found)
        laps.push(await comparedOn(operation, { measured, without }));
      for (const child of children.splice(0)) await child.stop();
    }
    const kept = [...found].map(([{ title }, laps]) => told(title, laps));
    process.stdout.write(
      `What a call adds, counted alone: ${(1_000 * addedMsPerCall()).toFixed(2)} us of CPU.\n`,
    );
    if (kept.includes(false)) process.exitCode = 1;
  } finally {
    for (const child of children) await child.stop();
    await closePools();
    await closeValkey();
    await stack.stop();
  }
}

await run();
