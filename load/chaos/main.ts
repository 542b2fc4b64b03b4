/** `npm run chaos`: one thing is broken at a time under a steady load, and the books are compared. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { closePools } from "@/platform/database";
import { closeValkey } from "@/platform/valkey";
import { faultsOf } from "./faults";
import { type Suffered, suffering } from "./run";
import { breakableStack } from "./stack";
import { faultsTable, keepFaults } from "./table";

const { values } = parseArgs({
  options: {
    short: { type: "boolean", default: false },
    only: { type: "string", default: "" },
    keep: { type: "boolean", default: false },
  },
});
// What breaks here is what we break: this process says what came of it, the others keep their logs.
process.env.LOG_LEVEL ??= "silent";
const report = (line: string) => process.stderr.write(`${line}\n`);
const isWanted = new RegExp(values.only);

const isWell = ({ outcomes, final }: Suffered) =>
  outcomes.every(
    ({ lost, doubled, equalAfterMs }) =>
      lost + doubled === 0 && equalAfterMs !== null && equalAfterMs <= 10_000,
  ) && Object.values(final).every((count) => count === 0);

const dataDir = mkdtempSync(join(tmpdir(), "insightdesk-chaos-"));
const { stack, ...breakable } = await breakableStack(dataDir, report);

async function clean(): Promise<void> {
  await closePools();
  await closeValkey();
  await stack.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
// Small disks lie in memory, and stay there when nobody takes them away.
process.once("SIGTERM", () => void clean().finally(() => process.exit(143)));

try {
  const { faults, leftOut } = faultsOf(stack, breakable);
  for (const what of leftOut) report(`Left out: ${what}.`);
  const wanted = faults.filter(
    ({ name, short }) => (!values.short || short) && isWanted.test(name),
  );
  const found = await suffering(stack, wanted, 5, report);
  process.stdout.write(`${faultsTable(found)}\n`);
  // A part of the faults is no table for operators, unless somebody says so.
  const whole = !values.short && values.only === "";
  if (whole || values.keep) report(`Kept in ${keepFaults(found)} and docs/faults.md`);
  if (!isWell(found)) process.exitCode = 1;
} finally {
  await clean();
}
