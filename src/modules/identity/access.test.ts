import fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { type Actor, readSession, roles, sessionsOf } from "@/platform/auth";
import { db, sql } from "@/platform/database";
import { forgetEnv } from "@/platform/env";
import { newId } from "@/platform/ids";
import type { PlacedEnvelope } from "@/platform/outbox";
import { closeValkey } from "@/platform/valkey";
import { aCommandId, anEnvelope, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { aDeviceOf, testPassword, withPassword } from "@/testing/people";
import { mayReadPerson, readablePeople } from "./access";
import { changeRole } from "./commands/change-role";
import { reinstateUser } from "./commands/reinstate-user";
import { signIn } from "./commands/sign-in";
import { signOut } from "./commands/sign-out";
import { suspendUser } from "./commands/suspend-user";
import { deliverIdentity, mayJoinPersonRoom } from "./deliveries";
import { accessChanged } from "./events";
import { identityProcessors } from "./processors";
import { actorById } from "./queries/actor-by-id";

let services: TestServices;
let ada: Actor;
beforeAll(async () => {
  services = await testServices();
});
beforeEach(async () => {
  await db.write.rows(sql`update users set role = 'agent' where role = 'admin'`);
  ada = await aPerson({ role: "admin", name: "Ada" });
});
afterAll(() => services.close());
afterEach(() => {
  vi.unstubAllEnvs();
  forgetEnv();
});

const about = (userId: string) => ({ commandId: aCommandId(), userId });
const caller = { address: "10.1.1.1" };

async function changesOf(userId: string): Promise<PlacedEnvelope[]> {
  const rows = await db.write.rows<{ payload: unknown }>(sql`
    select payload from outbox where name = 'identity.access_changed'
      and payload->>'userId' = ${userId} order by seq`);
  return rows.map(({ payload }) => anEnvelope({ name: "identity.access_changed", payload }));
}

const reasonsOf = async (userId: string) =>
  (await changesOf(userId)).map((event) => accessChanged.read(event)?.reason);

test("somebody who is suspended is out on every device with the next request", async () => {
  const mia = await withPassword(await aPerson({ role: "agent" }));
  const [phone, laptop] = [await aDeviceOf(mia), await aDeviceOf(mia)];
  await suspendUser.execute(ada, about(mia.id));
  expect(await readSession(phone.cookie)).toBeNull();
  expect(await readSession(laptop.cookie)).toBeNull();
  await expect(signIn(caller, { email: mia.email, password: testPassword })).rejects.toThrow(
    "account_suspended",
  );
  await expect(signIn(caller, { email: mia.email, password: "not hers" })).rejects.toThrow(
    "sign_in_failed",
  );
  expect(await reasonsOf(mia.id)).toEqual(["suspended"]);
});

test("a suspension in the moment of signing in leaves no session behind", async () => {
  for (let round = 0; round < 5; round += 1) {
    const mia = await withPassword(await aPerson({ role: "agent" }));
    await Promise.allSettled([
      signIn(caller, { email: mia.email, password: testPassword }),
      suspendUser.execute(ada, about(mia.id)),
    ]);
    expect(await sessionsOf(mia.id)).toEqual([]);
  }
});

test("somebody who is reinstated signs in as before", async () => {
  const mia = await withPassword(await aPerson({ role: "agent" }));
  await suspendUser.execute(ada, about(mia.id));
  await reinstateUser.execute(ada, about(mia.id));
  expect((await signIn(caller, { email: mia.email, password: testPassword })).user.role).toBe(
    "agent",
  );
  expect(await reasonsOf(mia.id)).toEqual(["suspended", "reinstated"]);
});

test("a new role counts with the next request, without signing in again", async () => {
  const mia = await aPerson({ role: "agent" });
  const { cookie } = await aDeviceOf(mia);
  await changeRole.execute(ada, { ...about(mia.id), role: "customer" });
  expect(await readSession(cookie)).toMatchObject({ id: mia.id, audience: "customer" });
  await changeRole.execute(ada, { ...about(mia.id), role: "admin" });
  expect((await readSession(cookie))?.audience).toBe("admin");
});

test("what changes nothing tells nobody", async () => {
  const mia = await aPerson({ role: "agent" });
  await changeRole.execute(ada, { ...about(mia.id), role: "agent" });
  await reinstateUser.execute(ada, about(mia.id));
  expect(await changesOf(mia.id)).toEqual([]);
});

test("the same click twice suspends once", async () => {
  const mia = await aPerson({ role: "agent" });
  const once = about(mia.id);
  const answers = [await suspendUser.execute(ada, once), await suspendUser.execute(ada, once)];
  expect(answers[0]).toEqual(answers[1]);
  expect(await reasonsOf(mia.id)).toEqual(["suspended"]);
});

test("only an admin decides who may come in", async () => {
  const mia = await aPerson({ role: "agent" });
  for (const role of roles) {
    const actor = role === "admin" ? ada : await aPerson({ role });
    const changed = suspendUser.execute(actor, about(mia.id));
    if (role === "admin") await expect(changed).resolves.toMatchObject({ userId: mia.id });
    else await expect(changed).rejects.toThrow("forbidden");
  }
  const anna = await aPerson();
  await expect(changeRole.execute(anna, { ...about(anna.id), role: "admin" })).rejects.toThrow(
    "forbidden",
  );
  await expect(suspendUser.execute(ada, about(newId()))).rejects.toThrow("person_not_found");
});

test("the last admin can neither be suspended nor become something else", async () => {
  await expect(suspendUser.execute(ada, about(ada.id))).rejects.toThrow("last_admin");
  await expect(changeRole.execute(ada, { ...about(ada.id), role: "agent" })).rejects.toThrow(
    "last_admin",
  );
  const eva = await aPerson({ role: "admin" });
  await suspendUser.execute(ada, about(eva.id));
  await expect(changeRole.execute(ada, { ...about(ada.id), role: "agent" })).rejects.toThrow(
    "last_admin",
  );
});

test("two admins who remove each other at the same moment leave one", async () => {
  const eva = await aPerson({ role: "admin" });
  const both = await Promise.allSettled([
    suspendUser.execute(ada, about(eva.id)),
    changeRole.execute(eva, { ...about(ada.id), role: "customer" }),
  ]);
  expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
  const left = await db.write.rows(sql`
    select id from users where role = 'admin' and suspended_at is null`);
  expect(left).toHaveLength(1);
});

test("a suspension that the store did not hear of is made up for by the job", async () => {
  const mia = await aPerson({ role: "agent" });
  const { cookie } = await aDeviceOf(mia);
  vi.stubEnv("VALKEY_SESSION_URL", "redis://127.0.0.1:1");
  forgetEnv();
  await closeValkey();
  await suspendUser.execute(ada, about(mia.id));
  await expect(readSession(cookie)).rejects.toThrow("session_store_unavailable");
  await closeValkey();
  vi.unstubAllEnvs();
  forgetEnv();
  const job = identityProcessors.find(({ name }) => name === "identity.applyAccess");
  const run = () =>
    job?.run(
      { userId: mia.id, eventId: newId() },
      { requestId: null, attempt: 1, signal: new AbortController().signal },
    );
  expect(await run()).toEqual({ outcome: "done" });
  expect(await readSession(cookie)).toBeNull();
  expect(await run()).toEqual({ outcome: "done" });
});

test("signing out ends this device, tells its sockets by a mark and leaves the others", async () => {
  const mia = await aPerson({ role: "agent" });
  const [phone, laptop] = [await aDeviceOf(mia), await aDeviceOf(mia)];
  await signOut(phone.cookie);
  await signOut(phone.cookie);
  expect(await readSession(phone.cookie)).toBeNull();
  expect(await readSession(laptop.cookie)).not.toBeNull();
  const [change, ...more] = await changesOf(mia.id);
  expect(more).toEqual([]);
  expect(change && accessChanged.read(change)).toMatchObject({
    reason: "signed_out",
    session: expect.any(String),
  });
  expect(JSON.stringify(change)).not.toContain(phone.token);
});

test("a change of access is told to the person alone, and to nobody else's room", async () => {
  const mia = await aPerson({ role: "agent" });
  await suspendUser.execute(ada, about(mia.id));
  const [change] = await changesOf(mia.id);
  expect(change && deliverIdentity(change).map(({ room }) => room)).toEqual([`person:${mia.id}`]);
  expect(deliverIdentity(anEnvelope())).toEqual([]);
  expect(await mayJoinPersonRoom(mia, "person", mia.id)).toBe(true);
  expect(await mayJoinPersonRoom(ada, "person", mia.id)).toBe(false);
  expect(mayJoinPersonRoom(mia, "queue", "")).toBeNull();
});

test("a job acts for a person as that person is now", async () => {
  const mia = await aPerson({ role: "agent", name: "Mia" });
  expect(await actorById(mia.id)).toEqual(mia);
  expect(await actorById(newId())).toBeNull();
});

test("whom somebody may see is the same in a list and one by one", async () => {
  const people = await Promise.all([
    aPerson(),
    aPerson(),
    aPerson({ role: "agent" }),
    aPerson({ role: "admin" }),
  ]);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...people), async (actor) => {
      const rows = await db.read.rows<{ id: string }>(sql`
        select id from users where ${readablePeople(actor)}`);
      const listed = new Set(rows.map(({ id }) => id));
      for (const person of people) expect(listed.has(person.id)).toBe(mayReadPerson(actor, person));
    }),
    { numRuns: 8 },
  );
});
