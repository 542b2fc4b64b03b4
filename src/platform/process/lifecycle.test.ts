import { expect, test } from "vitest";
import { makeLifecycle, type ProcessLog } from "./lifecycle";

const silent: ProcessLog = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

test("what has begun finishes before what it needs is closed", async () => {
  const life = makeLifecycle(silent);
  const order: string[] = [];
  life.onDrain("close", "pools", () => void order.push("pools closed"));
  life.onDrain("finish", "requests", async () => {
    await Promise.resolve();
    order.push("requests finished");
  });
  life.onDrain("announce", "clients", () => void order.push("clients told"));
  expect(await life.drain("SIGTERM")).toBe(true);
  expect(order).toEqual(["clients told", "requests finished", "pools closed"]);
});

test("a second order to end does not end anything twice", async () => {
  const life = makeLifecycle(silent);
  let closed = 0;
  life.onDrain("close", "pools", () => void closed++);
  await Promise.all([life.drain("SIGTERM"), life.drain("SIGINT")]);
  expect(closed).toBe(1);
});

test("one hook that fails keeps none of the others from closing, and the drain says so", async () => {
  const life = makeLifecycle(silent);
  let closed = false;
  life.onDrain("finish", "broken", () => {
    throw new Error("cannot finish");
  });
  life.onDrain("close", "pools", () => {
    closed = true;
  });
  expect(await life.drain("SIGTERM")).toBe(false);
  expect(closed).toBe(true);
});

test("no traffic comes before the start is done, nor once the end has begun", async () => {
  const life = makeLifecycle(silent);
  expect((await life.readiness()).ready).toBe(false);
  life.markReady();
  expect((await life.readiness()).ready).toBe(true);
  await life.drain("SIGTERM");
  expect((await life.readiness()).ready).toBe(false);
});

test("a dependency that is away takes the process out of rotation only where it is essential", async () => {
  const life = makeLifecycle(silent);
  const away = async () => {
    throw new Error("connection refused");
  };
  life.markReady();
  life.checkReady("sessions", away, { essential: false });
  expect(await life.readiness()).toMatchObject({
    ready: true,
    checks: { sessions: { ok: false, says: "connection refused" } },
  });
  life.checkReady("database", away);
  expect((await life.readiness()).ready).toBe(false);
});
