/**
 * `npm run bench:planner`: is the planner right? One web process is asked with few at once, what it
 * will carry at most is worked out as the planner does, and then it is asked for as much as it gives.
 */
import { join } from "node:path";
import { closePools } from "@/platform/database";
import { closeValkey } from "@/platform/valkey";
import { root } from "../../scripts/system/root";
import { drive, type Reading } from "../bench/drive";
import { type Operation, operationsFor } from "../bench/operations";
import { activeNumbers, peopleOf } from "../bench/people";
import { median } from "../bench/percentile";
import { startOwnStack } from "../own/stack";
import { type Light, missBy, predictSaturation } from "./predict";

const [tickets, numbersAsked, seconds, rounds] = [20_000, 500, 2, 3];
const lightly = [1, 2, 3, 4] as const;
const heavily = [16, 32, 64] as const;
const report = (line: string) => process.stderr.write(`${line}\n`);

const mixes = [
  { name: "lists alone", operations: ["tickets.list"] },
  { name: "a list, then tickets", operations: ["tickets.list", "tickets.get", "tickets.get"] },
] as const;

async function run(): Promise<void> {
  const stack = await startOwnStack({
    dataDir: join(root, ".data", "bench-planner"),
    ...{ webs: 1, realtimes: 0, workers: 0, tickets },
    pages: false,
    report,
  });
  try {
    const operations = await operationsFor(await peopleOf(), await activeNumbers(numbersAsked));
    const [web] = stack.webs;
    const target = { url: web?.url ?? "", pid: web?.pid ?? 0 };
    for (const { name, operations: names } of mixes) {
      const asked = names.flatMap((wanted) => operations.filter((each) => each.name === wanted));
      await compare(name, asked, target);
    }
  } finally {
    await closePools();
    await closeValkey();
    await stack.stop();
  }
}

/** The requests of some operations in turn, as often as the longest list has them. */
function mixed(operations: readonly Operation[]): Operation["requests"] {
  const most = Math.max(...operations.map(({ requests }) => requests.length));
  return Array.from({ length: most }, (_, at) => at).flatMap((at) =>
    operations.flatMap(({ requests }) => requests[at % requests.length] ?? []),
  );
}

async function compare(
  name: string,
  operations: readonly Operation[],
  target: { url: string; pid: number },
): Promise<void> {
  const load = { cookie: operations[0]?.cookie ?? "", requests: mixed(operations), seconds };
  await drive(target, { ...load, connections: 4 });
  const at = async (connections: number): Promise<Light> => {
    report(`${name}, ${connections} at once ...`);
    const readings: Reading[] = [];
    for (let round = 0; round < rounds; round += 1)
      readings.push(await drive(target, { ...load, connections }));
    return {
      connections,
      perSecond: median(readings.map(({ perSecond }) => perSecond)),
      cpuMs: median(readings.map(({ cpuMs }) => cpuMs)),
    };
  };
  const lights: Light[] = [];
  for (const connections of lightly) lights.push(await at(connections));
  const heavy: Light[] = [];
  for (const connections of heavily) heavy.push(await at(connections));
  const measured = Math.max(...heavy.map(({ perSecond }) => perSecond));
  const { byCpu, byLaw } = predictSaturation(lights, heavily[heavily.length - 1] ?? 0);
  const said = (what: string, predicted: number) =>
    `  ${what}: ${predicted.toFixed(0)} a second, ${(100 * missBy(predicted, measured)).toFixed(0)} % off\n`;
  process.stdout.write(`${name}: ${measured.toFixed(0)} a second measured at most\n`);
  process.stdout.write(said("predicted by the CPU of a request", byCpu));
  if (byLaw !== null) process.stdout.write(said("predicted by the law of light loads", byLaw));
  for (const { connections, perSecond, cpuMs } of [...lights, ...heavy])
    process.stdout.write(
      `    ${connections} at once: ${perSecond.toFixed(0)} a second, ${cpuMs.toFixed(2)} ms CPU each\n`,
    );
}

await run();
