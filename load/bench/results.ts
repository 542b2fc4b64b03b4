import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { now } from "@/platform/clock";
import { root } from "../../scripts/system/root";
import { runProgram } from "../../scripts/system/run-program";
import type { Compared } from "./compare";
import type { Delivery } from "./delivery";
import type { BenchOptions } from "./options";

export type Results = {
  tickets: number;
  postgres: string;
  valkey: { name: string; version: string };
  options: BenchOptions;
  compared: readonly Compared[];
  delivery: Delivery | null;
};

/** For people who compare two commits: the figures, and on what they were taken. */
export function keepResults(results: Results): string {
  const commit = runProgram("git", ["-C", root, "rev-parse", "--short", "HEAD"]).output.trim();
  const folder = join(root, "load", "results");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${commit}.json`);
  const machine = { node: process.version, cores: cpus().length, cpu: cpus()[0]?.model ?? "" };
  const at = now().toISOString();
  writeFileSync(file, `${JSON.stringify({ commit, at, machine, ...results }, null, 2)}\n`);
  return file;
}
