import { expect, test } from "vitest";
import { readPlaywrightReport } from "./playwright-report";
import { readStructureReport } from "./structure-report";
import {
  failedFiles,
  parseVitestReport,
  readVitestReport,
  slowestFiles,
  withSecondTry,
} from "./vitest-report";

const vitestFile = (
  name: string,
  status: string,
  tests: readonly (readonly [string, string])[],
) => ({
  name: `/house/src/${name}`,
  status,
  assertionResults: tests.map(([title, state]) => ({ fullName: title, title, status: state })),
});
const vitest = (testResults: readonly unknown[], exitCode: number) =>
  readVitestReport(parseVitestReport({ testResults }), {
    root: "/house",
    exitCode,
    stageOf: () => "unit",
  });

test("a failed unit test comes with the command that repeats it", () => {
  const tests = [['says "no"', "failed"] as const, ["works", "passed"] as const];
  const result = vitest(
    [
      vitestFile("a.test.ts", "failed", tests),
      vitestFile("b.test.ts", "passed", [["waits", "pending"]]),
    ],
    1,
  );
  expect(result).toMatchObject({ passed: 1, failed: 1, skipped: 1 });
  expect(result.failures[0]?.repeat).toBe('npm test -- unit src/a.test.ts -t "says \\"no\\""');
});

test("a file that could not be loaded is a failure, though no test in it failed", () => {
  expect(vitest([vitestFile("a.test.ts", "failed", [])], 1).failures).toEqual([
    { name: "src/a.test.ts could not be run", repeat: "npm test -- unit src/a.test.ts" },
  ]);
});

test("an error between the tests is a failure, though every test passed", () => {
  expect(vitest([vitestFile("a.test.ts", "passed", [["works", "passed"]])], 1).failed).toBe(1);
  expect(vitest([vitestFile("a.test.ts", "passed", [["works", "passed"]])], 0).failed).toBe(0);
});

test("a file that had a second try counts as it was in it, and the others as they were", () => {
  const first = parseVitestReport({
    testResults: [
      vitestFile("a.test.ts", "failed", []),
      vitestFile("b.test.ts", "failed", [["still wrong", "failed"]]),
      vitestFile("c.test.ts", "passed", [["works", "passed"]]),
    ],
  });
  expect(failedFiles(first)).toEqual(["/house/src/a.test.ts", "/house/src/b.test.ts"]);
  const second = parseVitestReport({
    testResults: [
      vitestFile("a.test.ts", "passed", [["works alone", "passed"]]),
      vitestFile("b.test.ts", "failed", [["still wrong", "failed"]]),
    ],
  });
  const settled = withSecondTry(first, second);
  const result = readVitestReport(settled, { root: "/house", exitCode: 1, stageOf: () => "unit" });
  expect(result).toMatchObject({ passed: 2, failed: 1 });
  expect(result.failures[0]?.name).toBe("src/b.test.ts: still wrong");
});

test("the files that took longest are named, the slowest first", () => {
  const took = (name: string, ms: number) => ({
    ...vitestFile(name, "passed", []),
    startTime: 1_000,
    endTime: 1_000 + ms,
  });
  const report = parseVitestReport({
    testResults: [took("a.test.ts", 200), took("b.test.ts", 4_250), took("c.test.ts", 1_000)],
  });
  expect(slowestFiles(report, "/house", 2)).toEqual([
    "4.3 s  src/b.test.ts",
    "1.0 s  src/c.test.ts",
  ]);
});

const playwright = (
  statuses: readonly string[],
  errors: readonly unknown[] = [],
  secondTry = false,
) => {
  const specs = statuses.map((status, index) => ({
    title: `journey ${index}`,
    file: "agent/reply.spec.ts",
    line: 10 + index,
    tests: [{ status }],
  }));
  const suites = [{ title: "agent", suites: [{ title: "reply", specs, suites: [] }], specs: [] }];
  return readPlaywrightReport(
    { config: { rootDir: "/house/e2e" }, suites, errors },
    { root: "/house", exitCode: 0, secondTry },
  );
};

test("a failed journey comes with the command that repeats it", () => {
  const result = playwright(["expected", "unexpected", "skipped"]);
  expect(result).toMatchObject({ passed: 1, failed: 1, skipped: 1 });
  expect(result.failures[0]?.repeat).toBe("npm test -- e2e e2e/agent/reply.spec.ts:11");
});

test("a journey that passes only on the second try has failed", () => {
  expect(playwright(["flaky"])).toMatchObject({ passed: 0, failed: 1, unsteady: [] });
});

test("where second tries were asked for, such a journey passed and is named", () => {
  const result = playwright(["flaky", "unexpected"], [], true);
  expect(result).toMatchObject({ passed: 1, failed: 1 });
  expect(result.unsteady?.[0]?.repeat).toBe("npm test -- e2e e2e/agent/reply.spec.ts:10");
});

test("a browser that cannot start is a failure", () => {
  expect(playwright([], [{ message: "cannot start\nstack" }]).failures[0]?.name).toBe(
    "cannot start",
  );
});

test("each rule of the house counts as one", () => {
  const output = "ok  ranks (80 modules)\nno  clocks (90 files)\n      src/a.ts:1  asks\n";
  const result = readStructureReport(output, 1);
  expect(result).toMatchObject({ passed: 1, failed: 1, skipped: 0 });
  expect(result.failures[0]?.repeat).toBe('npm test -- structure "clocks"');
});

test("rules that could not be looked at are a failure", () => {
  expect(readStructureReport("", 1).failed).toBe(1);
});
