import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closePools } from "@/platform/database";
import { forgetEnv } from "@/platform/env";
import { closeValkey } from "@/platform/valkey";
import type { Stack } from "../../scripts/start/stack";
import { faultsOf } from "./faults";
import { suffering } from "./run";
import { type Breakable, breakableStack } from "./stack";

const dataDir = mkdtempSync(join(tmpdir(), "chaos-"));
let stack: Stack;
let breakable: Breakable;
beforeAll(async () => {
  const made = await breakableStack(dataDir, () => undefined);
  ({ stack } = made);
  breakable = made;
  forgetEnv();
});
afterAll(async () => {
  await closePools();
  await closeValkey();
  await stack.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

test("whatever breaks, nothing accepted is lost, nothing is done twice, and every picture comes right", async () => {
  const faults = faultsOf(stack, breakable).faults.filter(({ short }) => short);
  const { outcomes, final } = await suffering(stack, faults, 2, () => undefined);
  expect(outcomes).toHaveLength(faults.length);
  for (const outcome of outcomes) {
    expect(outcome, outcome.fault).toMatchObject({ lost: 0, doubled: 0 });
    expect(outcome.equalAfterMs, outcome.fault).not.toBeNull();
    expect(outcome.accepted, outcome.fault).toBeGreaterThan(0);
  }
  expect(final).toEqual({ lost: 0, doubled: 0, unpublished: 0, missing: 0, disordered: 0 });
});
