import { type Failure, quoted, type StageResult } from "./counts";

const line = /^(ok|no) {2}(.+) \(.*\)$/;

/** One line a check: `ok  name (what it looked at)` or `no  name (...)` with its findings below. */
export function readStructureReport(output: string, exitCode: number): StageResult {
  const checks = output.split("\n").flatMap((text) => {
    const [, state, name] = line.exec(text) ?? [];
    return state === undefined || name === undefined ? [] : [{ isOk: state === "ok", name }];
  });
  const failures = checks
    .filter(({ isOk }) => !isOk)
    .map(({ name }): Failure => ({ name, repeat: `npm test -- structure ${quoted(name)}` }));
  if (failures.length === 0 && exitCode !== 0) {
    failures.push({ name: "the checks could not run", repeat: "npm test -- structure" });
  }
  const passed = checks.filter(({ isOk }) => isOk).length;
  return { passed, failed: failures.length, skipped: 0, failures };
}
