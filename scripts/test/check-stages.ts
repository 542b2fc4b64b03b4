import { existsSync } from "node:fs";
import { join } from "node:path";
import { runNext } from "../build/next";
import { root } from "../system/root";
import type { StageResult } from "./counts";
import type { StageName } from "./options";
import { runTool, type ToolRun } from "./run-tool";
import { readStructureReport } from "./structure-report";

const tool = (path: string) => join(root, "node_modules", path);

/** A tool that only says yes or no counts as one check. */
function oneCheck(stage: StageName, { exitCode, output }: ToolRun): StageResult {
  if (exitCode === 0) return { passed: 1, failed: 0, skipped: 0, failures: [] };
  process.stdout.write(`${output.trim()}\n`);
  return {
    passed: 0,
    failed: 1,
    skipped: 0,
    failures: [{ name: stage, repeat: `npm test -- ${stage}` }],
  };
}

export async function runTypes(args: readonly string[]): Promise<StageResult> {
  // Routes and style sheets get their types from Next, which a fresh clone has not run yet.
  const declared = ["next-env.d.ts", ".next/types/routes.d.ts"];
  if (declared.some((file) => !existsSync(join(root, file)))) await runNext(["typegen"], ".next");
  const checked = await runTool([
    process.execPath,
    tool("typescript/bin/tsc"),
    "--noEmit",
    ...args,
  ]);
  return oneCheck("types", checked);
}

export async function runLint(args: readonly string[]): Promise<StageResult> {
  const paths = args.length === 0 ? ["."] : args;
  const biome = tool("@biomejs/biome/bin/biome");
  return oneCheck("lint", await runTool([process.execPath, biome, "check", ...paths]));
}

export async function runStructure(args: readonly string[]): Promise<StageResult> {
  const main = ["scripts/run.mjs", "scripts/structure/main.ts", ...args];
  const { exitCode, output } = await runTool([process.execPath, ...main]);
  const result = readStructureReport(output, exitCode);
  if (result.failed > 0) process.stdout.write(`${output.trim()}\n`);
  return result;
}
