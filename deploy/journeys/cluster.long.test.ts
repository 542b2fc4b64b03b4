import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { readSession } from "@/platform/auth";
import type { Actor } from "@/platform/auth/actor";
import { nowMs, setClock } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { forgetEnv } from "@/platform/env";
import { limits } from "@/platform/limits";
import { queueOf, queues } from "@/platform/queues";
import { callLimiter } from "@/platform/ratelimit";
import { closeValkey, keyOf, valkey } from "@/platform/valkey";
import { aPerson } from "@/testing/builders";
import { callAs } from "@/testing/calls";
import { type TestServices, testServices } from "@/testing/database";
import { theOtherProcesses, ticketJourney } from "@/testing/journey";
import { aDeviceOf } from "@/testing/people";
import { type RunningCluster, startValkeyCluster } from "../../scripts/services/valkey-cluster";
import { republishUnrecorded } from "../../worker/upkeep/republish";
import { sendWaitingMails } from "../../worker/upkeep/waiting-mails";

const folder = mkdtempSync(join(tmpdir(), "cluster-"));
const patience = { timeout: 60_000, interval: 100 };
let services: TestServices;
let cluster: RunningCluster;
let others: Awaited<ReturnType<typeof theOtherProcesses>>;

beforeAll(async () => {
  services = await testServices();
  cluster = await startValkeyCluster(folder);
  vi.stubEnv("VALKEY_URL", cluster.url);
  forgetEnv();
  others = await theOtherProcesses();
});
afterAll(async () => {
  setClock(null);
  await others.close();
  await services.close();
  await closeValkey();
  await cluster.stop();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const isWhole = () => cluster.ask("cluster", "info").includes("cluster_state:ok");

test("there are three primaries with a replica each, and all slots are served", () => {
  const nodes = cluster.ask("cluster", "nodes").split("\n");
  expect(nodes.filter((line) => /\bmaster\b/.test(line))).toHaveLength(3);
  expect(nodes.filter((line) => /\bslave\b/.test(line))).toHaveLength(3);
  expect(cluster.ask("cluster", "info")).toContain("cluster_slots_ok:16384");
});

test("a whole ticket goes through the cluster", async () => {
  await ticketJourney(others);
});

test("keys spread over the primaries; a queue's keys, which one script touches, lie together", async () => {
  const people = await Promise.all(Array.from({ length: 30 }, () => aPerson()));
  for (const person of people) await aDeviceOf(person);
  const slotOf = (key: string) => Number(cluster.ask("cluster", "keyslot", key));
  const slots = people.map(({ id }) => slotOf(keyOf("sessionsOfPerson", id)));
  expect(new Set(slots.map((slot) => Math.floor(slot / 5_462))).size).toBe(3);
  const names = Object.keys(queues).map((name) =>
    slotOf(`${services.valkeyPrefix}{queue}:${name}:id`),
  );
  expect(new Set(names).size).toBe(1);
});

test("limits are counted in the cluster", async () => {
  const person = await aPerson();
  await callLimiter(person).consume(person.id);
  const counted = await valkey("session").get(
    `${keyOf("rateLimit", "calls-customer")}:${person.id}`,
  );
  expect(Number(counted)).toBe(1);
});

const mailsOf = (person: Actor) =>
  db.write.rows<{ state: string }>(sql`
    select state from outgoing_mails where recipient = ${person.email}`);

test("after the loss of the queues' primary all goes on, and what it lost is done once", async () => {
  const anna = await aPerson({ name: "Anna" });
  const asked: unknown[] = [];
  const ask = async () =>
    asked.push(await callAs("tickets.create", anna, { subject: "The door", body: "It jams." }));
  for (let each = 0; each < 5; each += 1) await ask();
  await cluster.killPrimaryOf(`${services.valkeyPrefix}{queue}:notifications:id`);
  // People go on meanwhile: what they do waits in the outbox.
  for (let each = 0; each < 5; each += 1) await ask();
  await expect.poll(isWhole, patience).toBe(true);
  // Jobs that the new primary never had are asked for again once they have had their time.
  setClock(new Date(nowMs() + limits.republishAfterMs + 5_000));
  const done = async () => {
    await republishUnrecorded().catch(() => undefined);
    await sendWaitingMails().catch(() => undefined);
    return (await mailsOf(anna)).map(({ state }) => state);
  };
  await expect.poll(done, patience).toEqual(asked.map(() => "sent"));
  const idle = () => queueOf("notifications").getJobCountByTypes("wait", "active", "prioritized");
  await expect.poll(idle, patience).toBe(0);
  expect(await mailsOf(anna)).toHaveLength(asked.length);
  setClock(null);
});

test("a whole ticket goes through the cluster that has lost a primary", async () => {
  await ticketJourney(others);
});

test("people stay signed in when the primary of their session is lost", async () => {
  const person = await aPerson();
  // The one that took over the queues' slots has no replica of its own any more.
  const third = (key: string) => Math.floor(Number(cluster.ask("cluster", "keyslot", key)) / 5_462);
  const lost = third(`${services.valkeyPrefix}{queue}:notifications:id`);
  let device = await aDeviceOf(person);
  while (third(keyOf("session", device.token)) === lost) device = await aDeviceOf(person);
  const { cookie, token } = device;
  const replicated = () => cluster.ask("wait", "1", "1000");
  await expect.poll(replicated, patience).not.toBe("0");
  expect(await readSession(cookie)).toMatchObject({ id: person.id });
  await cluster.killPrimaryOf(keyOf("session", token));
  const read = () => readSession(cookie).catch(() => "away");
  await expect.poll(read, patience).toMatchObject({ id: person.id });
});
