import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/platform/auth/actor";
import { db, sql } from "@/platform/database";
import { aPerson } from "@/testing/builders";
import { callAs } from "@/testing/calls";
import { type TestServices, testServices } from "@/testing/database";
import type { LabSaid } from "../../load/lab/messages";
import { liveAddresses } from ".";
import { tendLoadLab } from "./load-lab";
import { labEnvironment, type StartedRun } from "./spawn";

let services: TestServices;
let ada: Actor;
let lab: { close(): Promise<void> };
beforeAll(async () => {
  services = await testServices();
  ada = await aPerson({ role: "admin" });
});
afterEach(async () => {
  await lab.close();
  await db.write.rows(sql`delete from load_runs`);
});
afterAll(() => services.close());

const options = {
  scenario: "smoke",
  minutesScale: 0.1,
  tickets: 1_000,
  webs: 1,
  realtimes: 1,
  workers: 1,
} as const;

/** A run that does what the test says; told to stop, it ends by the signal. */
function aRun() {
  let end: (signal: string | null) => void = () => undefined;
  let say: (said: LabSaid) => void = () => undefined;
  let starts = 0;
  const ended = () =>
    new Promise<Awaited<StartedRun["ended"]>>((resolve) => {
      end = (signal) => resolve({ signal, lastWords: "the port was taken" });
    });
  return {
    starts: () => starts,
    start: (_run: unknown, heard: (said: LabSaid) => void): StartedRun => {
      starts += 1;
      say = heard;
      return { ended: ended(), stop: () => end("SIGTERM") };
    },
    say: (said: LabSaid) => say(said),
    end: (signal: string | null) => end(signal),
  };
}

const ask = () => callAs("capacity.startLoadRun", ada, { options });
const rows = () =>
  db.write.rows<{ id: string; state: string; says: string | null; phase: string | null }>(sql`
    select id, state, says, progress->>'phase' as phase from load_runs order by id`);
const open = (run: ReturnType<typeof aRun>) => {
  lab = tendLoadLab({ start: run.start, everyMs: 20, report: () => undefined });
};

test("what is asked for on the page is begun, says how far it is, and one that dies says so", async () => {
  const run = aRun();
  open(run);
  await ask();
  await expect.poll(rows).toMatchObject([{ state: "running", phase: "preparing" }]);
  run.say({ kind: "progress", progress: { phase: "running", says: "", windows: [] } });
  await expect.poll(rows).toMatchObject([{ state: "running", phase: "running" }]);
  run.end("SIGKILL");
  await expect
    .poll(rows)
    .toMatchObject([{ state: "killed", says: expect.stringContaining("SIGKILL"), phase: null }]);
  expect(run.starts()).toBe(1);
});

test("a run that ends by itself without a report failed, and its last words say why", async () => {
  const run = aRun();
  open(run);
  await ask();
  await expect.poll(rows).toMatchObject([{ state: "running" }]);
  run.end(null);
  await expect.poll(rows).toMatchObject([{ state: "failed", says: "the port was taken" }]);
});

test("who cancels on the page ends the process, and so does the end of the installation", async () => {
  const run = aRun();
  open(run);
  await ask();
  await expect.poll(rows).toMatchObject([{ state: "running" }]);
  const [{ id = "" } = {}] = await rows();
  await callAs("capacity.cancelLoadRun", ada, { runId: id });
  await expect.poll(rows).toMatchObject([{ state: "cancelled" }]);
  await ask();
  await expect.poll(rows).toMatchObject([{ state: "cancelled" }, { state: "running" }]);
  await lab.close();
  expect(await rows()).toMatchObject([{ state: "cancelled" }, { state: "cancelled" }]);
});

test("a run is started without a single address, secret or port of ours", () => {
  const given = {
    NODE_ENV: "test" as const,
    PATH: "/bin",
    DATABASE_URL: "postgres://live",
    VALKEY_QUEUE_URL: "redis://live",
    AUTH_SECRET: "secret",
    PUBLIC_WEB_URL: "https://help.example.com",
    S3_ENDPOINT: "https://files.example.com",
    SMTP_URL: "smtp://mail.example.com",
  };
  expect(Object.entries(labEnvironment(given)).filter(([, text]) => text !== undefined)).toEqual([
    ["PATH", "/bin"],
    ["NODE_ENV", "production"],
  ]);
  expect(liveAddresses(given, { DATABASE_DIRECT_URL: "postgres://direct" })).toEqual([
    "postgres://live",
    "redis://live",
    "postgres://direct",
  ]);
});
