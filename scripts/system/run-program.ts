import { spawnSync } from "node:child_process";

export type ProgramRun = { isOk: boolean; output: string; reason: string };

/** A small program of the system, waited for; one that is not there is a failure like any other. */
export function runProgram(program: string, args: readonly string[]): ProgramRun {
  const { status, error, stdout, stderr } = spawnSync(program, args, { encoding: "utf8" });
  return {
    isOk: status === 0,
    output: (stdout ?? "").trim(),
    reason: error?.message ?? (stderr ?? "").trim(),
  };
}
