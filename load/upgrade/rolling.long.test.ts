import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closePools } from "@/platform/database";
import { forgetEnv } from "@/platform/env";
import { closeValkey } from "@/platform/valkey";
import {
  haproxyOrInstall,
  type RunningHaproxy,
  startHaproxy,
} from "../../scripts/services/haproxy";
import type { Member } from "../../scripts/start/member";
import type { Stack } from "../../scripts/start/stack";
import { readBooks } from "../chaos/books";
import { steadyLoad } from "../chaos/steady";
import { startOwnStack } from "../own/stack";

const dataDir = mkdtempSync(join(tmpdir(), "rolling-"));
let stack: Stack;
let proxy: RunningHaproxy;
beforeAll(async () => {
  const two = { webs: 2, realtimes: 2, workers: 2 };
  const quiet = { pages: false, behindProxy: true, report: () => undefined };
  stack = await startOwnStack({ dataDir, tickets: 1_000, ...two, ...quiet });
  forgetEnv();
  const at = (members: readonly Member[]) =>
    members.map(({ name, port }) => ({ name, host: "127.0.0.1", port }));
  proxy = await startHaproxy({
    program: haproxyOrInstall(() => undefined),
    dataDir: join(dataDir, "proxy"),
    backends: { webs: at(stack.webs), realtimes: at(stack.realtimes) },
  });
});
afterAll(async () => {
  await closePools();
  await closeValkey();
  await proxy.stop();
  await stack.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

test("every process is restarted under load, and nobody who never tries twice sees a failure", async () => {
  const load = await steadyLoad(
    { ...stack, webs: [{ url: proxy.url }], realtimes: [{ url: proxy.url }] },
    4,
  );
  const answered = () => load.readings.length;
  for (const member of stack.members) {
    const before = answered();
    await member.restart();
    await expect.poll(answered).toBeGreaterThan(before + 50);
  }
  await load.stop();
  const failures = load.readings.filter(({ failed }) => failed);
  expect(failures).toEqual([]);
  const books = () => readBooks(stack.services.directUrl, load.ledger, load.since);
  await expect.poll(async () => (await books()).unpublished).toBe(0);
  expect(await books()).toMatchObject({ lost: [], doubled: [] });
  const { created } = await books();
  await expect
    .poll(
      () =>
        load.listeners.filter(
          ({ heard, lost }) => lost === 0 && [...created.keys()].some((id) => !heard.has(id)),
        ).length,
    )
    .toBe(0);
  for (const listener of load.listeners) listener.close();
});
