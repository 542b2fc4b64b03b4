import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../system/root";
import type { StageResult } from "./counts";
import { runTool } from "./run-tool";
import { allTestFiles, servicesFinder } from "./test-files";
import { readVitestReport } from "./vitest-report";

export type VitestStage = "unit" | "integration" | "both";

/** The words that vitest takes as parts of file names, up to the first option. */
function fileWords(args: readonly string[]): readonly string[] {
  const firstOption = args.findIndex((word) => word.startsWith("-"));
  return firstOption === -1 ? args : args.slice(0, firstOption);
}

/**
 * Unit tests and tests on real services are the same tool. Files that were named are run as they
 * are; without names the stage chooses, and rules alone need no services.
 */
export async function runVitest(
  stage: VitestStage,
  args: readonly string[],
  long: boolean,
): Promise<StageResult> {
  const needsServices = servicesFinder(root);
  const isWanted = (file: string) => long || !/\.long\.test\.tsx?$/.test(file);
  const words = fileWords(args);
  const all = allTestFiles(root).filter(isWanted);
  const matched =
    words.length > 0
      ? all.filter((file) => words.some((word) => file.includes(word)))
      : all.filter((file) => stage === "both" || needsServices(file) === (stage === "integration"));
  if (matched.length === 0) {
    process.stdout.write("No test file matches.\n");
    return { passed: 0, failed: 0, skipped: 0, failures: [] };
  }
  const chosen = words.length > 0 || stage === "both" ? [] : matched;
  const folder = mkdtempSync(join(tmpdir(), "insightdesk-vitest-"));
  const reportFile = join(folder, "report.json");
  try {
    const { exitCode } = await runTool(
      [
        process.execPath,
        join(root, "node_modules/vitest/vitest.mjs"),
        "run",
        "--reporter=dot",
        "--reporter=json",
        `--outputFile.json=${reportFile}`,
        ...chosen,
        ...args,
      ],
      {
        isShown: true,
        env: {
          ...(long ? { TEST_LONG: "1" } : {}),
          ...(matched.some(needsServices) ? {} : { TEST_SERVICES: "none" }),
        },
      },
    );
    if (!existsSync(reportFile)) {
      const failures = [{ name: "the tests could not be started", repeat: "npm test -- unit" }];
      return { passed: 0, failed: 1, skipped: 0, failures };
    }
    return readVitestReport(JSON.parse(readFileSync(reportFile, "utf8")), {
      root,
      exitCode,
      stageOf: (file) => (needsServices(file) ? "integration" : "unit"),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
