import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/platform/auth/actor";
import { nowMs, setClock } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { type StoredSample, writeSamples } from "@/platform/measuring";
import { closeQueues } from "@/platform/queues";
import { aPerson } from "@/testing/builders";
import { callAs } from "@/testing/calls";
import { type TestServices, testServices } from "@/testing/database";
import { incident, incidents } from "../queries/incidents";
import { lookAround } from "./look-around";

let services: TestServices;
let ada: Actor;
beforeAll(async () => {
  services = await testServices();
  ada = await aPerson({ role: "admin", name: "Ada" });
});
afterEach(async () => {
  setClock(null);
  await db.write.rows(sql`delete from incidents`);
  await db.write.rows(sql`delete from incident_watches`);
  await db.write.rows(sql`update incident_looks set at = '2000-01-01'`);
  await db.write.rows(sql`delete from outbox`);
});
afterAll(async () => {
  await closeQueues();
  await services.close();
});

const cpu = (atMs: number, share: number): StoredSample => ({
  name: "insightdesk_cpu_share",
  labels: "",
  kind: "gauge",
  count: 1,
  sum: share,
  highest: share,
  buckets: [],
  atMs,
  processId: "web",
  processKind: "web",
});

let atMs = Date.parse("2026-11-26T12:00:00Z");
/** Half a minute passes, in which a web process used so much of its core; null: it wrote nothing. */
async function passes(share: number | null): Promise<void> {
  atMs += 30_000;
  setClock(new Date(atMs));
  if (share !== null) await writeSamples(10, [cpu(atMs, share)]);
  // Every worker looks; one of them is heard.
  await Promise.all([lookAround(), lookAround(), lookAround()]);
}
async function pass(count: number, share: number | null): Promise<void> {
  for (let step = 0; step < count; step += 1) await passes(share);
}
const open = async () => (await incidents({ which: "open" })).incidents;
const ofCpu = async () => (await open()).filter(({ subject }) => subject === "indicator:cpu");
const events = async () =>
  (
    await db.write.rows<{ name: string }>(sql`
    select name from outbox where name like 'incident.%'
      and payload->>'subject' = 'indicator:cpu' order by seq`)
  ).map(({ name }) => name);

test("a threshold that is crossed for long enough is one incident, and ends by itself", async () => {
  await pass(2, 0.9);
  expect(await ofCpu()).toEqual([]);
  await pass(6, 0.9);
  const [seen, ...others] = await ofCpu();
  expect(others).toEqual([]);
  expect(seen).toMatchObject({ level: "critical", action: "Scale horizontally" });
  expect(seen?.says).toContain("90% at web web");
  await pass(2, 0.2);
  expect(await ofCpu()).toHaveLength(1);
  // The last minute still holds busy samples at first.
  await pass(6, 0.2);
  expect(await ofCpu()).toEqual([]);
  expect(await events()).toEqual(["incident.opened", "incident.resolved"]);
});

test("a process that stops reporting ends nothing: its incident says that it cannot be seen", async () => {
  await pass(4, 0.9);
  await pass(12, null);
  const [seen] = await ofCpu();
  expect(seen).toMatchObject({ unknown: true, resolvedAt: null });
  const { entries } = await incident(String(seen?.id));
  expect(entries.map(({ kind }) => kind)).toEqual(["opened", "unknown"]);
});

test("a warning that becomes critical is told again, and scaling stands in its line", async () => {
  await pass(4, 0.75);
  await db.write.rows(sql`
    insert into scaling_decisions (subject, at, kind, value, running, replicas, reason, state)
    values ('web', ${new Date(nowMs() + 1_000)}, 'step', 90, 2, 3, 'cpu 90 above 70: 2 to 3', '{}')`);
  await pass(5, 0.95);
  const [seen] = await ofCpu();
  expect(seen?.level).toBe("critical");
  const { entries } = await incident(String(seen?.id));
  expect(entries.map(({ kind }) => kind)).toEqual(["opened", "scaling", "worsened"]);
  expect(await events()).toEqual(["incident.opened", "incident.worsened"]);
});

test("who acknowledges first stays, and notes stand in the line", async () => {
  await pass(4, 0.9);
  const [seen] = await ofCpu();
  const id = String(seen?.id);
  const eve = await aPerson({ role: "admin", name: "Eve" });
  await callAs("capacity.acknowledgeIncident", ada, { id });
  await callAs("capacity.acknowledgeIncident", eve, { id });
  await callAs("capacity.noteIncident", eve, { id, says: "A report ran." });
  const told = await incident(id);
  expect(told.acknowledged).toMatchObject({ by: "Ada" });
  expect(told.entries.map(({ kind, by }) => [kind, by])).toEqual([
    ["opened", null],
    ["acknowledged", "Ada"],
    ["note", "Eve"],
  ]);
});

test("a clock that ran ahead keeps nobody from looking", async () => {
  await db.write.rows(sql`update incident_looks set at = now() + interval '2 hours'`);
  await pass(4, 0.9);
  expect(await ofCpu()).toHaveLength(1);
});

test("past incidents come in pages, the newest first", async () => {
  await db.write.rows(sql`
    insert into incidents (id, subject, level, title, says, action, path, opened_at, resolved_at)
    select uuidv7(), 'past:' || n, 'warning', 'Past', 'It was.', 'Nothing', '/admin',
      now() - n * interval '1 hour', now() from generate_series(1, 70) n`);
  const first = await incidents({ which: "past" });
  const second = await incidents({ which: "past", cursor: first.next ?? undefined });
  expect([first.incidents.length, second.incidents.length, second.next]).toEqual([50, 20, null]);
  expect(first.incidents[0]?.subject).toBe("past:1");
});
