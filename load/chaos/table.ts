import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { dirname, join } from "node:path";
import * as z from "zod";
import { now } from "@/platform/clock";
import { root } from "../../scripts/system/root";
import { runProgram } from "../../scripts/system/run-program";
import type { Outcome, Suffered } from "./run";

const marks = ["<!-- faults: written by npm run chaos -->", "<!-- end of faults -->"] as const;
const file = join(root, "load", "results", "faults.json");
const page = join(root, "docs", "faults.md");
const seconds = (ms: number) => (ms / 1_000).toFixed(1);

const count = z.number();
const outcomeSchema = z.object({
  fault: z.string(),
  accepted: count,
  requests: count,
  failed: count,
  outageMs: count,
  equalAfterMs: z.nullable(count),
  lost: count,
  tail: count,
  doubled: count,
  refetched: count,
});
const finalSchema = z.object({
  lost: count,
  doubled: count,
  unpublished: count,
  missing: count,
  disordered: count,
});
const runSchema = z.object({ at: z.string(), commit: z.string(), final: finalSchema });
const keptSchema = z.object({
  runs: z.array(runSchema.extend({ outcomes: z.array(outcomeSchema) })),
});
type Kept = z.output<typeof keptSchema>;

const rowOf = (found: Outcome) =>
  `| ${found.fault} | ${found.requests} | ${found.failed} | ${seconds(found.outageMs)} | ${found.equalAfterMs === null ? "not in a minute" : seconds(found.equalAfterMs)} | ${found.lost}${found.tail === 0 ? "" : ` (and ${found.tail} with the primary)`} | ${found.doubled} | ${found.refetched} |`;

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

const keptBefore = (): Kept =>
  existsSync(file) ? keptSchema.parse(JSON.parse(readFileSync(file, "utf8"))) : { runs: [] };

/** What was broken again takes the place of what was found before; a run with nothing left goes. */
function merged({ runs }: Kept, next: Kept["runs"][number]): Kept {
  const again = new Set(next.outcomes.map(({ fault }) => fault));
  const others = runs
    .map((run) => ({ ...run, outcomes: run.outcomes.filter(({ fault }) => !again.has(fault)) }))
    .filter(({ outcomes }) => outcomes.length > 0);
  return { runs: [...others, next] };
}

const wordsOf = ({ at, commit, ...found }: Kept["runs"][number]) =>
  `Run at ${at}, commit ${commit}, ${cpus().length} cores.\n\n${faultsTable(found)}`;

/** Keeps the run with those before it, and writes their tables into the page. */
export function keepFaults(found: Suffered): string {
  const commit = runProgram("git", ["-C", root, "rev-parse", "--short", "HEAD"]).output;
  const kept = merged(keptBefore(), { at: now().toISOString(), commit, ...found });
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`);
  const text = readFileSync(page, "utf8");
  const [before = ""] = text.split(marks[0]);
  const after = text.split(marks[1])[1] ?? "\n";
  writeFileSync(
    page,
    `${before}${marks[0]}\n${kept.runs.map(wordsOf).join("\n\n")}\n${marks[1]}${after}`,
  );
  return file;
}
