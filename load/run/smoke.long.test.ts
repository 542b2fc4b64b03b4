import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closePools } from "@/platform/database";
import { forgetEnv } from "@/platform/env";
import { closeValkey } from "@/platform/valkey";
import type { Stack } from "../../scripts/start/stack";
import { insideToken, startOwnStack } from "../own/stack";
import { ownPeople } from "./people";
import { runLoad } from "./run";

const dataDir = mkdtempSync(join(tmpdir(), "load-"));
let stack: Stack;
beforeAll(async () => {
  const one = { webs: 1, realtimes: 1, workers: 1 };
  const quiet = { pages: false, report: () => undefined };
  stack = await startOwnStack({ dataDir, tickets: 1_000, ...one, ...quiet });
  forgetEnv();
});
afterAll(async () => {
  await closePools();
  await closeValkey();
  await stack.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

test("a short smoke is answered without a failure, and every listener hears every new ticket", async () => {
  const options = { scenario: "smoke", "minutes-scale": 0.25, listeners: 4 } as const;
  const found = await runLoad(options, {
    webs: stack.webs.map(({ url }) => url),
    realtimes: stack.realtimes.map(({ url }) => url),
    worker: stack.workers[0]?.url,
    token: insideToken(),
    processes: () => stack.members.map(({ name, pid = 0 }) => ({ name, pid })),
    people: await ownPeople(),
  });
  expect(found.all.requests).toBeGreaterThan(20);
  expect(found.all.failed).toBe(0);
  expect(found.heard).toMatchObject({ listeners: 4, missing: 0, doubled: 0, disordered: 0 });
  expect(found.samples.at(-1)?.waitingJobs).not.toBeNull();
});
