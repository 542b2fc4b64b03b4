import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { readSession } from "@/platform/auth";
import { endSession, rewriteSessionsOf } from "@/platform/auth/sessions";
import { isAppError } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { callLimiter } from "@/platform/ratelimit";
import { valkey } from "@/platform/valkey";
import { aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { aDeviceOf } from "@/testing/people";
import { admitCaller } from "./admission";
import { openContext, type ReadSession } from "./context";

let services: TestServices;
beforeAll(async () => {
  services = await testServices();
});
afterAll(() => services.close());

function contextOf(cookie: string, read: ReadSession = readSession) {
  const header = (name: string) => (name === "cookie" ? cookie : undefined);
  const facts = { method: "GET", operation: "test", header, address: `test-${newId()}` };
  return openContext(facts, read);
}

async function admitted(cookie: string, read: ReadSession = readSession) {
  const context = contextOf(cookie, read);
  try {
    return await admitCaller(context, 1);
  } finally {
    context.close();
  }
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (thrown: unknown) => (isAppError(thrown) ? thrown.code : thrown),
  );

test("whoever came before has the session and the limit asked together", async () => {
  const mia = await aPerson({ role: "agent" });
  const { cookie } = await aDeviceOf(mia);
  await admitted(cookie);
  const limit = vi.spyOn(callLimiter(mia), "consume");
  const askedAtSession: number[] = [];
  await admitted(cookie, (cookies) => {
    const read = readSession(cookies);
    askedAtSession.push(limit.mock.calls.length);
    return read;
  });
  expect(askedAtSession).toEqual([1]);
  expect(limit).toHaveBeenCalledTimes(1);
  limit.mockRestore();
});

test("a new role counts at once, and spends its own limit", async () => {
  const anna = await aPerson();
  const { cookie } = await aDeviceOf(anna);
  await admitted(cookie);
  await rewriteSessionsOf({ ...anna, role: "agent", suspendedAt: null });
  const limit = vi.spyOn(callLimiter({ audience: "agent" }), "consume");
  expect((await admitted(cookie)).audience).toBe("agent");
  expect(limit).toHaveBeenCalledTimes(1);
  limit.mockRestore();
});

test("an ended session lets nobody in, and spends its person's limit once at most", async () => {
  const anna = await aPerson();
  const { cookie, token } = await aDeviceOf(anna);
  await admitted(cookie);
  await endSession(token);
  const limit = vi.spyOn(callLimiter(anna), "consume");
  for (let times = 0; times < 3; times += 1)
    expect(await codeOf(admitted(cookie))).toBe("not_signed_in");
  expect(limit).toHaveBeenCalledTimes(1);
  limit.mockRestore();
});

test("a refused limit is told after the session was read, and a store away is told as such", async () => {
  const anna = await aPerson();
  const { cookie } = await aDeviceOf(anna);
  await admitted(cookie);
  const limit = callLimiter(anna);
  await limit.consume(anna.id, 100_000).catch(() => undefined);
  expect(await codeOf(admitted(cookie))).toBe("rate_limited");
  await limit.forgive(anna.id);
  const sent = vi.spyOn(valkey("session"), "sendCommand").mockRejectedValue(new Error("away"));
  expect(await codeOf(admitted(cookie))).toBe("session_store_unavailable");
  sent.mockRestore();
});
