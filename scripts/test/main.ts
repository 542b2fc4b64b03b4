import { monotonicMs } from "@/platform/clock";
import { messageOf } from "../system/advice";
import { runLint, runStructure, runTypes } from "./check-stages";
import { exitCodeOf, type StageResult, summaryLine, total } from "./counts";
import { runEndToEnd } from "./e2e-stage";
import { parseTestOptions, type StageName } from "./options";
import { runVitest } from "./vitest-stage";

const { stage, long, args } = parseTestOptions(process.argv.slice(2));
/** Whole runs share the machine with everything else in them; who names a stage wants to see it fail. */
const secondTry = stage === undefined && !long;
const say = (line: string) => process.stdout.write(`${line}\n`);

type Stage = { title: string; isFor: readonly StageName[]; run: () => Promise<StageResult> };

const tests = stage === "unit" || stage === "integration" ? stage : "both";
const testing: Stage = {
  title: tests === "both" ? "unit and integration" : tests,
  isFor: ["unit", "integration"],
  run: () => runVitest(tests, args, { long, secondTry }),
};
const proofs: Stage = {
  title: "long proofs",
  isFor: ["long"],
  run: () => runVitest("long", args, { long, secondTry }),
};
const journeys: Stage = {
  title: "end to end",
  isFor: ["e2e"],
  run: () => runEndToEnd(args, { long, secondTry, report: say }),
};
/** What takes seconds comes first, side by side; what takes minutes has the machine to itself. */
const rounds: readonly (readonly Stage[])[] = [
  [
    { title: "lint", isFor: ["lint"], run: () => runLint(args) },
    { title: "structure", isFor: ["structure"], run: () => runStructure(args) },
    { title: "types", isFor: ["types"], run: () => runTypes(args) },
  ],
  [testing],
  ...(long ? [[proofs]] : []),
  [journeys],
];

/** A stage that breaks is a failure of its own, and the others still run. */
async function runStage({ title, isFor, run }: Stage): Promise<StageResult> {
  say(`\n${title} ...`);
  const startedMs = monotonicMs();
  const result = await run().catch((error: unknown): StageResult => {
    say(messageOf(error));
    const failures = [{ name: title, repeat: `npm test -- ${isFor[0]}` }];
    return { passed: 0, failed: 1, skipped: 0, failures };
  });
  say(`${title}: ${summaryLine(result)} (${((monotonicMs() - startedMs) / 1000).toFixed(1)} s)`);
  return result;
}

const results: StageResult[] = [];
for (const round of rounds) {
  const asked = round.filter(({ isFor }) => stage === undefined || isFor.includes(stage));
  for (const result of await Promise.all(asked.map(runStage)))
    results.push((await result.again?.()) ?? result);
}
const failures = results.flatMap((result) => result.failures);
if (failures.length > 0) {
  say("\nFailed, each with the command that repeats it:");
  for (const { name, repeat } of failures) say(`  ${name}\n    ${repeat}`);
}
const unsteady = results.flatMap((result) => result.unsteady ?? []);
if (unsteady.length > 0) {
  say("\nFailed beside the others and passed alone; each wants mending:");
  for (const { name, repeat } of unsteady) say(`  ${name}\n    ${repeat}`);
}
const sum = total(results);
say(`\n${summaryLine(sum)}`);
process.exitCode = exitCodeOf(sum);
