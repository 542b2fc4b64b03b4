import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { forgetEnv } from "@/platform/env";
import { forgetShared } from "@/platform/process";
import { takeTurn } from "./turns";

beforeEach(() => {
  vi.stubEnv("DATABASE_POOL_MAX", "8");
  forgetEnv();
  forgetShared("job-turns");
});
afterEach(() => {
  vi.unstubAllEnvs();
  forgetEnv();
});

/** Asks for turns and tells how many were given. */
function ask(priority: 1 | 2 | 3, count: number) {
  const given: (() => void)[] = [];
  for (let each = 0; each < count; each += 1)
    void takeTurn(priority).then((end) => given.push(end));
  return given;
}
/** Turns that may be given are given in a few steps of promises. */
async function settle(): Promise<void> {
  for (let step = 0; step < 10; step += 1) await Promise.resolve();
}

test("a queue that is alone in its process never waits", async () => {
  const figures = ask(3, 20);
  await settle();
  expect(figures).toHaveLength(20);
});

test("beside promises the others keep to their part, and promises never wait", async () => {
  const promises = ask(1, 10);
  const people = ask(2, 20);
  const figures = ask(3, 20);
  await settle();
  expect([promises.length, people.length, figures.length]).toEqual([10, 4, 2]);
});

test("nobody is shut out: each end lets the next of its kind begin", async () => {
  ask(1, 1);
  const figures = ask(3, 5);
  await settle();
  expect(figures).toHaveLength(2);
  figures[0]?.();
  await settle();
  expect(figures).toHaveLength(3);
});

test("when the urgent work is done everybody who waits goes on", async () => {
  const promises = ask(1, 1);
  const figures = ask(3, 20);
  await settle();
  expect(figures).toHaveLength(2);
  promises[0]?.();
  await settle();
  expect(figures).toHaveLength(20);
});
