import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../system/root";
import type { StageResult } from "./counts";
import { runTool } from "./run-tool";
import { filesOfStage, isLongProof, type VitestStage } from "./stage-files";
import { allTestFiles, servicesFinder } from "./test-files";
import {
  failedFiles,
  parseVitestReport,
  readVitestReport,
  slowestFiles,
  withSecondTry,
} from "./vitest-report";

/** The words that vitest takes as parts of file names, up to the first option. */
function fileWords(args: readonly string[]): readonly string[] {
  const firstOption = args.findIndex((word) => word.startsWith("-"));
  return firstOption === -1 ? args : args.slice(0, firstOption);
}

const slowestShown = 10;

/** `shows`: a dot a test, or a line for each where one takes minutes. */
type Run = { args: readonly string[]; env: Record<string, string>; shows: "dot" | "verbose" };

/** One run of the tool; null where it could not even say what happened. */
async function runOnce({ args, env, shows }: Run) {
  const folder = mkdtempSync(join(tmpdir(), "insightdesk-vitest-"));
  const reportFile = join(folder, "report.json");
  try {
    const tool = [process.execPath, join(root, "node_modules/vitest/vitest.mjs"), "run"];
    const reports = [`--reporter=${shows}`, "--reporter=json", `--outputFile.json=${reportFile}`];
    const { exitCode } = await runTool([...tool, ...reports, ...args], { isShown: true, env });
    if (!existsSync(reportFile)) return null;
    return { exitCode, report: parseVitestReport(JSON.parse(readFileSync(reportFile, "utf8"))) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Unit tests and tests on real services are the same tool. Files that were named are run as they
 * are; without names the stage chooses, and rules alone need no services.
 *
 * @param options.secondTry files that failed beside the others may be run once more, one at a time;
 * what passes then is named as unsteady (docs/decisions/0022).
 */
export async function runVitest(
  stage: VitestStage,
  args: readonly string[],
  { long, secondTry }: { long: boolean; secondTry: boolean },
): Promise<StageResult> {
  const needsServices = servicesFinder(root);
  const words = fileWords(args);
  const files = allTestFiles(root);
  const matched = filesOfStage(stage, { files, words, needsServices, long });
  if (matched.length === 0) {
    process.stdout.write("No test file matches.\n");
    return { passed: 0, failed: 0, skipped: 0, failures: [] };
  }
  // Every file of an ordinary run is what the tool finds by itself.
  const isAll = stage === "both" && words.length === 0 && !long;
  const chosen = isAll ? [] : matched;
  const rest = args.slice(words.length);
  const alone = stage === "long" ? ["--maxWorkers=1"] : [];
  const shows = stage === "long" ? "verbose" : "dot";
  const env = {
    ...(long ? { TEST_LONG: "1" } : {}),
    ...(matched.some(needsServices) ? {} : { TEST_SERVICES: "none" }),
  };
  const stageOf = (file: string) =>
    isLongProof(file) ? "long" : needsServices(file) ? "integration" : "unit";
  const first = await runOnce({ args: [...chosen, ...rest, ...alone], env, shows });
  if (first === null) {
    const failures = [{ name: "the tests could not be started", repeat: "npm test -- unit" }];
    return { passed: 0, failed: 1, skipped: 0, failures };
  }
  const slowest = slowestFiles(first.report, root, slowestShown);
  process.stdout.write(`\n\nThe slowest files:\n${slowest.map((line) => `  ${line}\n`).join("")}`);
  const result = readVitestReport(first.report, { root, exitCode: first.exitCode, stageOf });
  const failedOnes = failedFiles(first.report);
  if (!secondTry || failedOnes.length === 0) return result;
  const again = async (): Promise<StageResult> => {
    process.stdout.write(`\nOnce more, one at a time: ${failedOnes.length} files ...\n`);
    const second = await runOnce({ args: [...failedOnes, "--maxWorkers=1"], env, shows });
    if (second === null) return result;
    const report = withSecondTry(first.report, second.report);
    const settled = readVitestReport(report, { root, exitCode: second.exitCode, stageOf });
    const stillFails = new Set(settled.failures.map(({ name }) => name));
    return { ...settled, unsteady: result.failures.filter(({ name }) => !stillFails.has(name)) };
  };
  return { ...result, again };
}
