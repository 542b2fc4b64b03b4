import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { Actor } from "@/platform/auth/actor";
import { db, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { aCommandId, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { loadRun, loadRuns } from "../queries/load-runs";
import { measuredTimes } from "../queries/plans";
import { operatorActions } from "../queries/queues";
import { judgedAsFounded, judgedByWords } from "../rules/lab/judged-by";
import type { LabReport } from "../rules/lab/report";
import { judgedOf } from "../rules/lab/verdict";
import { endLoadRun, noteLoadProgress, takeLoadRun } from "./carry-out-load-run";
import { cancelLoadRun, removeLoadRun, startLoadRun } from "./load-runs";
import { setFigures } from "./set-figures";

const atMs = Date.parse("2026-11-27T12:00:00Z");
const options = {
  scenario: "smoke",
  minutesScale: 0.1,
  tickets: 1_000,
  webs: 1,
  realtimes: 1,
  workers: 1,
} as const;
const figures = { requests: 40, failed: 0, msP50: 9, msP95: 30, msP99: 41, msMax: 55 };
const window = { seconds: 1, failed: 0, msP50: 9, msP95: 30, busiest: null };
const report: LabReport = {
  options,
  seconds: 6,
  perSecond: 7,
  visits: 12,
  dropped: 0,
  visitorsMax: 5,
  all: { operation: "all", ...figures },
  operations: [{ operation: "tickets.list", ...figures }],
  verdicts: [{ threshold: "http_req_failed: rate<0.01", value: 0, holds: true }],
  heard: { listeners: 20, missing: 0, doubled: 0, disordered: 0, msP95: 8 },
  broke: [],
  processes: [],
  windows: [
    { ...window, visitors: 2, perSecond: 4 },
    { ...window, visitors: 5, perSecond: 9 },
  ],
  on: {
    version: "0.1.0",
    commit: "abc",
    at: "2026-11-27T12:00:00.000Z",
    cpu: "A processor",
    cores: 2,
    memoryGb: 8,
    node: "v22",
    postgres: "18.4",
    valkey: "valkey 8",
    tickets: 1_000,
    databaseMb: 40,
  },
};

let services: TestServices;
let ada: Actor;
beforeAll(async () => {
  services = await testServices();
  vi.setSystemTime(atMs);
  ada = await aPerson({ role: "admin", name: "Ada" });
});
beforeEach(async () => {
  vi.setSystemTime(atMs);
  await db.write.rows(sql`delete from load_runs`);
});
afterAll(() => services.close());

const start = () => startLoadRun.execute(ada, { commandId: aCommandId(), options });
const cancel = (runId: string) => cancelLoadRun.execute(ada, { commandId: aCommandId(), runId });
const progress = { phase: "running", says: "", windows: [] } as const;

test("a run is asked for, taken once, watched, kept, and the planner learns from it", async () => {
  const { runId } = await start();
  expect((await loadRuns()).runs).toMatchObject([{ id: runId, state: "asked", by: "Ada" }]);
  const takes = await Promise.all([takeLoadRun(), takeLoadRun(), takeLoadRun()]);
  expect(takes.filter((taken) => taken !== null)).toEqual([
    { id: runId, options, judgedBy: judgedAsFounded },
  ]);
  const windows = [...report.windows];
  expect(await noteLoadProgress(runId, { ...progress, windows })).toEqual({
    goesOn: true,
    cancelAsked: false,
  });
  expect((await loadRuns()).progress?.windows).toHaveLength(2);
  await endLoadRun(runId, { state: "done", says: null, report });
  const { run, report: kept } = await loadRun(runId);
  expect(run).toMatchObject({ state: "done", found: { holds: true, perSecond: 7, msP95: 30 } });
  expect(kept).toEqual(report);
  expect((await measuredTimes()).newest).toMatchObject({
    name: "Load lab: Smoke, 1 web",
    points: [
      [2, 4],
      [5, 9],
    ],
  });
  expect((await operatorActions()).map(({ action, by }) => [action, by])).toContainEqual([
    "load run start",
    "Ada",
  ]);
});

test("a run is judged by what counts as it begins, says which version that is, and keeps its verdict", async () => {
  const setBudgets = (set: Record<string, number> | null, seenVersion: number) =>
    setFigures.execute(ada, {
      commandId: aCommandId(),
      ...{ figure: "budgets", set, seenVersion, reason: "Our machine is smaller" },
    });
  const finish = async () => {
    const { runId } = await start();
    const taken = await takeLoadRun();
    await endLoadRun(runId, { state: "done", says: null, report });
    return { runId, taken };
  };
  const verdictOf = async (runId: string) => {
    const { run, report: kept } = await loadRun(runId);
    const judged = kept === null ? [] : judgedOf(kept, run.judgedBy);
    return {
      says: judgedByWords(run.judgedBy),
      isKept: judged.find(({ operation }) => operation === "tickets.list")?.isKept,
    };
  };
  const founding = await finish();
  // Kept before versions were written down with a run.
  await db.write.rows(sql`update load_runs set judged_by = null where id = ${founding.runId}`);
  await setBudgets({ "listTickets.msP95": 20 }, 0);
  const strict = await finish();
  expect(strict.taken?.judgedBy.budgets).toEqual({ version: 1, set: { "listTickets.msP95": 20 } });
  await setBudgets(null, 1);
  expect(await verdictOf(founding.runId)).toEqual({ says: "the founding values", isKept: true });
  expect(await verdictOf(strict.runId)).toEqual({
    says: "budgets of version 1, the rest as founded",
    isKept: false,
  });
});

test("there is one run at a time, until it is over or nothing is heard of it any more", async () => {
  const { runId } = await start();
  await takeLoadRun();
  await expect(start()).rejects.toMatchObject({ code: "load_run_under_way" });
  vi.setSystemTime(atMs + limits.loadRunSilentMs - 1_000);
  await noteLoadProgress(runId, progress);
  vi.setSystemTime(atMs + 2 * limits.loadRunSilentMs - 2_000);
  await expect(start()).rejects.toMatchObject({ code: "load_run_under_way" });
  vi.setSystemTime(atMs + 3 * limits.loadRunSilentMs);
  expect((await loadRuns()).runs).toMatchObject([{ state: "killed" }]);
  const next = await start();
  expect((await loadRuns()).runs.map(({ id, state }) => [id, state])).toEqual([
    [next.runId, "asked"],
    [runId, "killed"],
  ]);
  // Who carried the first out, if it lives after all, is told that it does not count any more.
  expect((await noteLoadProgress(runId, progress)).goesOn).toBe(false);
  await endLoadRun(runId, { state: "done", says: null, report });
  expect((await loadRun(runId)).report).toBeNull();
});

test("cancelling ends what nobody took at once, and tells who carries it out otherwise", async () => {
  const first = await start();
  await cancel(first.runId);
  expect((await loadRuns()).runs).toMatchObject([{ state: "cancelled" }]);
  expect(await takeLoadRun()).toBeNull();
  const { runId } = await start();
  await takeLoadRun();
  await cancel(runId);
  expect(await noteLoadProgress(runId, progress)).toEqual({ goesOn: true, cancelAsked: true });
  const remove = (id: string) => removeLoadRun.execute(ada, { commandId: aCommandId(), runId: id });
  await remove(runId);
  await endLoadRun(runId, { state: "cancelled", says: "It was cancelled.", report: null });
  await remove(first.runId);
  expect((await loadRuns()).runs).toMatchObject([{ id: runId, state: "cancelled" }]);
});

test("a run that was asked for long ago is not begun by who comes late", async () => {
  await start();
  vi.setSystemTime(atMs + limits.loadRunTakenMs + 1);
  expect(await takeLoadRun()).toBeNull();
  expect((await loadRuns()).runs).toMatchObject([{ state: "failed" }]);
});

test("what is no option of the lab is refused before anything is written", async () => {
  expect(startLoadRun.schema.safeParse({ commandId: aCommandId(), options }).success).toBe(true);
  for (const wrong of [{ scenario: "flood" }, { minutesScale: 100 }, { tickets: 5 }, { webs: 99 }])
    expect(
      startLoadRun.schema.safeParse({ commandId: aCommandId(), options: { ...options, ...wrong } })
        .success,
    ).toBe(false);
});
