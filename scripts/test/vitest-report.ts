import { relative } from "node:path";
import * as z from "zod";
import { type Failure, quoted, type StageResult } from "./counts";

const report = z.object({
  numPassedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int().default(0),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(
        z.object({ fullName: z.string(), title: z.string(), status: z.string() }),
      ),
    }),
  ),
});

/**
 * What vitest's JSON report says. A file that could not be loaded has no failed test in it, and
 * an error outside of tests none anywhere: each counts as one failure.
 */
export function readVitestReport(
  json: unknown,
  {
    root,
    exitCode,
    stageOf,
  }: { root: string; exitCode: number; stageOf: (file: string) => string },
): StageResult {
  const { numPassedTests, numPendingTests, numTodoTests, testResults } = report.parse(json);
  const failures = testResults.flatMap(({ name, status, assertionResults }): Failure[] => {
    const file = relative(root, name);
    const again = `npm test -- ${stageOf(file)} ${file}`;
    const failed = assertionResults.filter((result) => result.status === "failed");
    if (failed.length === 0 && status === "failed") {
      return [{ name: `${file} could not be run`, repeat: again }];
    }
    return failed.map(({ fullName }) => ({
      name: `${file}: ${fullName}`,
      repeat: `${again} -t ${quoted(fullName)}`,
    }));
  });
  if (failures.length === 0 && exitCode !== 0) {
    failures.push({ name: "an error outside of the tests", repeat: "npm test -- unit" });
  }
  return {
    passed: numPassedTests,
    failed: failures.length,
    skipped: numPendingTests + numTodoTests,
    failures,
  };
}
