import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { forgetEnv } from "@/platform/env";
import { isAppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { closeValkey, keyOf, valkey } from "@/platform/valkey";
import { aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { aDeviceOf } from "@/testing/people";
import { peekSession, readSession } from "./read-session";
import { endSession, endSessionsOf, rewriteSessionsOf, sessionsOf } from "./sessions";

let services: TestServices;
beforeAll(async () => {
  services = await testServices();
});
afterAll(() => services.close());
afterEach(() => {
  vi.unstubAllEnvs();
  forgetEnv();
});

const store = () => valkey("session");

test("a session says who asks, with the rights of the role", async () => {
  const mia = await aPerson({ role: "agent" });
  const { cookie, token } = await aDeviceOf(mia);
  expect(await readSession(cookie)).toEqual({ ...mia, sessionToken: token });
});

test("each use of a session gives it another 24 hours, and looking at it does not", async () => {
  const { cookie, token } = await aDeviceOf(await aPerson());
  const key = keyOf("session", token);
  await store().pexpire(key, 60_000);
  await peekSession(cookie);
  expect(await store().pttl(key)).toBeLessThanOrEqual(60_000);
  await readSession(cookie);
  const left = await store().pttl(key);
  expect(left).toBeGreaterThan(limits.sessionIdleMs - 5_000);
  expect(left).toBeLessThanOrEqual(limits.sessionIdleMs);
});

test("a session that nobody used for 24 hours is gone", async () => {
  const { cookie, token } = await aDeviceOf(await aPerson());
  await store().pexpire(keyOf("session", token), 0);
  expect(await readSession(cookie)).toBeNull();
});

test("signing out on one device leaves the others in; ending all leaves none", async () => {
  const anna = await aPerson();
  const [phone, laptop, tablet] = [
    await aDeviceOf(anna),
    await aDeviceOf(anna),
    await aDeviceOf(anna),
  ];
  await endSession(phone.token);
  expect(await readSession(phone.cookie)).toBeNull();
  expect(await readSession(laptop.cookie)).not.toBeNull();
  await endSessionsOf(anna.id);
  expect(await readSession(laptop.cookie)).toBeNull();
  expect(await readSession(tablet.cookie)).toBeNull();
  expect(await sessionsOf(anna.id)).toEqual([]);
});

test("a new role counts on every device from the next request on, and prolongs nothing", async () => {
  const anna = await aPerson();
  const [phone, laptop] = [await aDeviceOf(anna), await aDeviceOf(anna)];
  await store().pexpire(keyOf("session", phone.token), 60_000);
  await rewriteSessionsOf({ ...anna, role: "agent", suspendedAt: null });
  expect(await store().pttl(keyOf("session", phone.token))).toBeLessThanOrEqual(60_000);
  expect((await readSession(phone.cookie))?.audience).toBe("agent");
  expect((await readSession(laptop.cookie))?.role).toBe("agent");
});

test("a rewrite never brings an ended session back", async () => {
  const anna = await aPerson();
  const { cookie, token } = await aDeviceOf(anna);
  await store().del(keyOf("session", token));
  await rewriteSessionsOf({ ...anna, suspendedAt: null });
  expect(await readSession(cookie)).toBeNull();
  expect(await sessionsOf(anna.id)).toEqual([]);
});

test("one device too many ends the session that was begun first", async () => {
  const anna = await aPerson();
  const first = await aDeviceOf(anna);
  const dead = await aDeviceOf(anna);
  await store().del(keyOf("session", dead.token));
  for (let count = 0; count < limits.sessionsPerPersonMax - 1; count += 1) await aDeviceOf(anna);
  expect(await readSession(first.cookie)).not.toBeNull();
  await aDeviceOf(anna);
  expect(await readSession(first.cookie)).toBeNull();
  expect(await sessionsOf(anna.id)).toHaveLength(limits.sessionsPerPersonMax);
});

test("what another program wrote into the store signs nobody in", async () => {
  const { cookie, token } = await aDeviceOf(await aPerson());
  const key = keyOf("session", token);
  for (const content of ["", "not json", "{}", '{"user":{"id":"1","role":"owner"}}']) {
    await store().set(key, content);
    expect(await readSession(cookie)).toBeNull();
  }
});

test("a store that is away signs nobody out: it says that it is away", async () => {
  const { cookie } = await aDeviceOf(await aPerson());
  vi.stubEnv("VALKEY_SESSION_URL", "redis://127.0.0.1:1");
  forgetEnv();
  await closeValkey();
  const thrown: unknown = await readSession(cookie).catch((error: unknown) => error);
  expect(isAppError(thrown) ? [thrown.code, thrown.rule.http] : thrown).toEqual([
    "session_store_unavailable",
    503,
  ]);
  expect(await readSession("insightdesk.session_token=forged.abc")).toBeNull();
  expect(await readSession("")).toBeNull();
  await closeValkey();
  vi.unstubAllEnvs();
  forgetEnv();
  expect(await readSession(cookie)).not.toBeNull();
});

test("reading a session is one round trip", async () => {
  const { cookie } = await aDeviceOf(await aPerson());
  const sent = vi.spyOn(store(), "sendCommand");
  await readSession(cookie);
  expect(sent).toHaveBeenCalledTimes(1);
  sent.mockRestore();
});
