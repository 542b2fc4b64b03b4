import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { now } from "@/platform/clock";
import { root } from "../../scripts/system/root";
import { runProgram } from "../../scripts/system/run-program";
import type { Outcome, Suffered } from "./run";

const marks = ["<!-- faults: written by npm run chaos -->", "<!-- end of faults -->"] as const;
const seconds = (ms: number) => (ms / 1_000).toFixed(1);

const rowOf = ({
  fault,
  requests,
  failed,
  outageMs,
  equalAfterMs,
  lost,
  doubled,
  refetched,
}: Outcome) =>
  `| ${fault} | ${requests} | ${failed} | ${seconds(outageMs)} | ${equalAfterMs === null ? "not in a minute" : seconds(equalAfterMs)} | ${lost} | ${doubled} | ${refetched} |`;

/** The page's table, from what a run found. */
export function faultsTable({ outcomes, final }: Suffered): string {
  const { lost, doubled, missing, disordered, unpublished } = final;
  return [
    "| What was broken | Requests | Failed | Longest outage, s | Every picture right after, s | Accepted and lost | Doubled | Listeners that fetched anew |",
    "|---|---|---|---|---|---|---|---|",
    ...outcomes.map(rowOf),
    "",
    `At the end, with nobody asking any more: ${lost} accepted changes lost, ${doubled} doubled, ${unpublished} events not published, ${missing} listeners with another picture than the database, ${disordered} events out of order.`,
  ].join("\n");
}

/** Keeps the run beside the bench's, and writes its table into the page. */
export function keepFaults(found: Suffered): string {
  const commit = runProgram("git", ["-C", root, "rev-parse", "--short", "HEAD"]).output;
  const folder = join(root, "load", "results");
  mkdirSync(folder, { recursive: true });
  const machine = { node: process.version, cores: cpus().length };
  const at = now().toISOString();
  const file = join(folder, `${commit}-faults.json`);
  writeFileSync(file, `${JSON.stringify({ commit, at, machine, ...found }, null, 2)}\n`);
  const page = join(root, "docs", "faults.md");
  const text = readFileSync(page, "utf8");
  const [before = ""] = text.split(marks[0]);
  const after = text.split(marks[1])[1] ?? "\n";
  const about = `Run at ${at}, commit ${commit}, ${machine.cores} cores.`;
  writeFileSync(
    page,
    `${before}${marks[0]}\n${about}\n\n${faultsTable(found)}\n${marks[1]}${after}`,
  );
  return file;
}
