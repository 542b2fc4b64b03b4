import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { judgedAsFounded } from "@/modules/capacity";
import { db, sql } from "@/platform/database";
import { aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { liveAddresses } from "../../scripts/lab";
import { spawnRun } from "../../scripts/lab/spawn";
import type { LabAsked, LabSaid } from "./messages";

const dataDir = mkdtempSync(join(tmpdir(), "lab-"));
let services: TestServices;
let live: string[];
beforeAll(async () => {
  services = await testServices();
  live = liveAddresses({
    DATABASE_URL: services.databaseUrl,
    VALKEY_URL: process.env.VALKEY_URL ?? "",
  });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await services.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const asked = (): LabAsked => ({
  options: {
    scenario: "smoke",
    minutesScale: 0.1,
    tickets: 1_000,
    webs: 1,
    realtimes: 1,
    workers: 1,
  },
  judgedBy: judgedAsFounded,
  dataDir,
  pages: false,
  live,
});

async function run(about: LabAsked, onSaid: (said: LabSaid, stop: () => void) => void) {
  const said: LabSaid[] = [];
  const started = spawnRun(about, (each) => {
    said.push(each);
    onSaid(each, started.stop);
  });
  return { ...(await started.ended), said };
}

const counted = async () => {
  const [row] = await db.write.rows<{ users: number; outbox: number }>(sql`
    select (select count(*)::int from users) as users, (select count(*)::int from outbox) as outbox`);
  return row;
};

test("a run loads a database of its own, says how far it is and what it found, and leaves the live one alone", async () => {
  await aPerson({ role: "customer" });
  const before = await counted();
  const { said, signal, lastWords } = await run(asked(), () => undefined);
  expect({ signal, lastWords: said.length > 0 ? "" : lastWords }).toEqual({
    signal: null,
    lastWords: "",
  });
  const windows = said.flatMap((each) =>
    each.kind === "progress" && each.progress.phase === "running" ? [each.progress.windows] : [],
  );
  expect(windows.length).toBeGreaterThan(1);
  const found = said.find((each) => each.kind === "report");
  expect(found?.report).toMatchObject({ all: { failed: 0 }, heard: { missing: 0, doubled: 0 } });
  expect(found?.report.all.requests).toBeGreaterThan(5);
  expect(found?.report.on.tickets).toBeGreaterThanOrEqual(1_000);
  expect(await counted()).toEqual(before);
});

test("told to stop in the middle it ends in order and keeps nothing", async () => {
  const { said } = await run(asked(), (each, stop) => {
    if (each.kind === "progress" && each.progress.phase === "running") stop();
  });
  expect(said.some(({ kind }) => kind === "report")).toBe(false);
});
