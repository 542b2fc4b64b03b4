import { expect, test } from "vitest";
import { monotonicMs } from "@/platform/clock";
import { makeLifecycle } from "@/platform/process";
import { watchCalm } from "./calm";

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Keeps the event loop from everything else, as a long computation does. */
function standStill(ms: number): void {
  const untilMs = monotonicMs() + ms;
  while (monotonicMs() < untilMs);
}

test("a process whose event loop stood still is not ready, says why, and is again when it keeps time", async () => {
  const life = makeLifecycle(silent);
  // No machine is so slow that a timer of this test is late by half a minute.
  const calm = watchCalm(30_000, 100);
  const strict = watchCalm(200, 100);
  life.checkReady("event loop", strict.check);
  life.markReady();
  standStill(600);
  await expect.poll(async () => (await life.readiness()).ready, { interval: 1 }).toBe(false);
  await calm.check();
  await expect.poll(async () => (await life.readiness()).ready).toBe(true);
  standStill(600);
  await expect
    .poll(async () => (await life.readiness()).checks["event loop"]?.says ?? "", { interval: 1 })
    .toMatch(/^the event loop stood still for \d+ ms$/);
  strict.stop();
  calm.stop();
});
