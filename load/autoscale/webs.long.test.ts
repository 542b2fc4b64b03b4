import { mkdtempSync, readFileSync, rmSync } from "node:fs";
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
import type { Stack } from "../../scripts/start/stack";
import type { Place } from "../../scripts/start/topology";
import { freePort } from "../../scripts/system/ports";
import { superviseScaling } from "../../scripts/up/autoscale/supervisor";
import type { ScaledGroup } from "../../scripts/up/plan";
import { readBooks } from "../chaos/books";
import { steadyLoad } from "../chaos/steady";
import { startOwnStack } from "../own/stack";

const folder = mkdtempSync(join(tmpdir(), "autoscale-webs-"));
let stack: Stack;
let proxy: RunningHaproxy;
let group: ScaledGroup;

const at = ({ name, port }: Pick<Place, "name" | "port">) => ({ name, host: "127.0.0.1", port });

beforeAll(async () => {
  stack = await startOwnStack({
    dataDir: join(folder, "data"),
    ...{ webs: 1, realtimes: 1, workers: 1 },
    tickets: 500,
    pages: false,
    behindProxy: true,
    report: () => undefined,
  });
  forgetEnv();
  const first = stack.webs.map(({ kind, name, port }): Place => ({ kind, name, port }));
  const later: Place[] = [];
  for (const name of ["web-2", "web-3"]) later.push({ kind: "web", name, port: await freePort() });
  // The proxy knows every place that may ever be taken, as npm run up tells it.
  const places = [...first, ...later];
  group = { name: "web", subject: "web", kind: "web", coresEach: 1, places };
  proxy = await startHaproxy({
    program: haproxyOrInstall(() => undefined),
    dataDir: join(folder, "proxy"),
    backends: { webs: places.map(at), realtimes: stack.realtimes.map(at) },
  });
});
afterAll(async () => {
  await closePools();
  await closeValkey();
  await proxy.stop();
  await stack.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** How many requests the proxy has given to a process. */
const givenTo = (name: string) =>
  readFileSync(proxy.logFile, "utf8").split(` web/${name} `).length - 1;

test("webs that are started are given requests, and those that leave fail nobody", async () => {
  const load = await steadyLoad({ webs: [proxy], realtimes: [proxy] }, 2);
  let wanted = 3;
  const supervision = superviseScaling({
    stack,
    groups: [group],
    cores: 3,
    decide: async ([part]) => {
      const change = Math.sign(wanted - (part?.running ?? wanted));
      if (part === undefined || (change !== 1 && change !== -1)) return [];
      return [{ subject: "web", change, reason: `${part.running} run, ${wanted} are wanted` }];
    },
    everyMs: 100,
    report: () => undefined,
    onChange: () => undefined,
  });
  const running = () => stack.webs.map(({ name }) => name);
  try {
    await expect.poll(running, { timeout: 90_000 }).toEqual(["web-1", "web-2", "web-3"]);
    for (const name of running())
      await expect.poll(() => givenTo(name), { timeout: 90_000 }).toBeGreaterThan(10);
    wanted = 1;
    await expect.poll(running, { timeout: 90_000 }).toEqual(["web-1"]);
    const before = load.readings.length;
    await expect.poll(() => load.readings.length).toBeGreaterThan(before + 30);
  } finally {
    supervision.close();
    await load.stop();
    for (const listener of load.listeners) listener.close();
  }
  expect(load.readings.filter(({ failed }) => failed)).toEqual([]);
  const books = await readBooks(stack.services.directUrl, load.ledger, load.since);
  expect(books).toMatchObject({ lost: [], doubled: [] });
});
