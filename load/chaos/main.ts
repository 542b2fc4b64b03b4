/** `npm run chaos`: one thing is broken at a time under a steady load, and the books are compared. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { closePools } from "@/platform/database";
import { closeValkey } from "@/platform/valkey";
import { faultsOf } from "./faults";
import { suffering } from "./run";
import { breakableStack } from "./stack";
import { faultsTable, keepFaults } from "./table";

const report = (line: string) => process.stderr.write(`${line}\n`);
const after = (option: string) => {
  const at = process.argv.indexOf(option);
  return at === -1 ? "" : (process.argv[at + 1] ?? "");
};

const dataDir = mkdtempSync(join(tmpdir(), "insightdesk-chaos-"));
const { stack, breakable } = await breakableStack(dataDir, report);
try {
  const short = process.argv.includes("--short");
  const faults = faultsOf(stack, breakable).filter(
    (fault) => (!short || fault.short) && fault.name.includes(after("--only")),
  );
  const found = await suffering(stack, faults, 5, report);
  process.stdout.write(`${faultsTable(found)}\n`);
  // A part of the faults is no table for operators.
  if (!short && after("--only") === "") report(`Kept in ${keepFaults(found)} and docs/faults.md`);
  const isWell =
    found.outcomes.every(
      ({ lost, doubled, equalAfterMs }) =>
        lost + doubled === 0 && equalAfterMs !== null && equalAfterMs <= 10_000,
    ) && Object.values(found.final).every((count) => count === 0);
  if (!isWell) process.exitCode = 1;
} finally {
  await closePools();
  await closeValkey();
  await stack.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
