import { relative } from "node:path";
import * as z from "zod";
import { type Failure, quoted, type StageResult } from "./counts";

const report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      startTime: z.number().default(0),
      endTime: z.number().default(0),
      assertionResults: z.array(
        z.object({ fullName: z.string(), title: z.string(), status: z.string() }),
      ),
    }),
  ),
});

export type VitestReport = z.output<typeof report>;

export const parseVitestReport = (json: unknown): VitestReport => report.parse(json);

/** The files, by their paths, in which something failed. */
export function failedFiles({ testResults }: VitestReport): string[] {
  return testResults.filter(({ status }) => status === "failed").map(({ name }) => name);
}

/** Where the minutes go: the files that took longest, with their seconds. */
export function slowestFiles({ testResults }: VitestReport, root: string, count: number): string[] {
  return testResults
    .map(({ name, startTime, endTime }) => ({
      file: relative(root, name),
      ms: endTime - startTime,
    }))
    .sort((one, other) => other.ms - one.ms)
    .slice(0, count)
    .map(({ file, ms }) => `${(ms / 1000).toFixed(1)} s  ${file}`);
}

/** The first try, with the files that had a second one as they were in it. */
export function withSecondTry(first: VitestReport, second: VitestReport): VitestReport {
  const again = new Map(second.testResults.map((result) => [result.name, result]));
  return { testResults: first.testResults.map((result) => again.get(result.name) ?? result) };
}

/**
 * What vitest's JSON report says. A file that could not be loaded has no failed test in it, and
 * an error outside of tests none anywhere: each counts as one failure.
 */
export function readVitestReport(
  { testResults }: VitestReport,
  {
    root,
    exitCode,
    stageOf,
  }: { root: string; exitCode: number; stageOf: (file: string) => string },
): StageResult {
  const statuses = testResults.flatMap(({ assertionResults }) =>
    assertionResults.map(({ status }) => status),
  );
  const passed = statuses.filter((status) => status === "passed").length;
  const failed = statuses.filter((status) => status === "failed").length;
  const failures = testResults.flatMap(({ name, status, assertionResults }): Failure[] => {
    const file = relative(root, name);
    const again = `npm test -- ${stageOf(file)} ${file}`;
    const broken = assertionResults.filter((result) => result.status === "failed");
    if (broken.length === 0 && status === "failed") {
      return [{ name: `${file} could not be run`, repeat: again }];
    }
    return broken.map(({ fullName }) => ({
      name: `${file}: ${fullName}`,
      repeat: `${again} -t ${quoted(fullName)}`,
    }));
  });
  if (failures.length === 0 && exitCode !== 0) {
    failures.push({ name: "an error outside of the tests", repeat: "npm test -- unit" });
  }
  const skipped = statuses.length - passed - failed;
  return { passed, failed: failures.length, skipped, failures };
}
