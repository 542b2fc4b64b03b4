import { join, relative } from "node:path";
import * as z from "zod";
import type { Failure, StageResult } from "./counts";

const spec = z.object({
  title: z.string(),
  file: z.string(),
  line: z.int(),
  tests: z.array(z.object({ status: z.string() })),
});
const suite = z.object({
  title: z.string(),
  specs: z.array(spec).default([]),
  get suites() {
    return z.array(suite).default([]);
  },
});
const report = z.object({
  config: z.object({ rootDir: z.string() }),
  suites: z.array(suite).default([]),
  errors: z.array(z.object({ message: z.string().optional() })).default([]),
});

type Suite = z.output<typeof suite>;
type Spec = z.output<typeof spec>;

function specsOf(suites: readonly Suite[]): Spec[] {
  return suites.flatMap((each) => [...each.specs, ...specsOf(each.suites)]);
}

/**
 * What Playwright's JSON report says. Passing only on a second try (`flaky`) is a failure, but
 * where the run asked for second tries: there it is named as unsteady.
 */
export function readPlaywrightReport(
  json: unknown,
  { root, exitCode, secondTry }: { root: string; exitCode: number; secondTry: boolean },
): StageResult {
  const { config, suites, errors } = report.parse(json);
  const ran = specsOf(suites).flatMap((each) =>
    each.tests.map(({ status }) => ({ ...each, status })),
  );
  const named = (isMeant: (status: string) => boolean) =>
    ran
      .filter(({ status }) => isMeant(status))
      .map(({ title, file, line }): Failure => {
        const path = relative(root, join(config.rootDir, file));
        return { name: `${path}: ${title}`, repeat: `npm test -- e2e ${path}:${line}` };
      });
  const flaky = named((status) => status === "flaky");
  const failures = named((status) => status === "unexpected");
  if (!secondTry) failures.push(...flaky);
  const outside = errors.map(({ message }): Failure => {
    const name = message?.split("\n")[0] ?? "an error outside of the tests";
    return { name, repeat: "npm test -- e2e" };
  });
  failures.push(...outside);
  if (failures.length === 0 && exitCode !== 0) {
    failures.push({ name: "an error outside of the tests", repeat: "npm test -- e2e" });
  }
  return {
    passed:
      ran.filter(({ status }) => status === "expected").length + (secondTry ? flaky.length : 0),
    failed: failures.length,
    skipped: ran.filter(({ status }) => status === "skipped").length,
    failures,
    unsteady: secondTry ? flaky : [],
  };
}
