import { expect, test } from "vitest";
import { backoffMs } from "./backoff";

test("a process that dies once is back at once, one that never comes up takes no CPU", () => {
  const wait = (attempt: number) => backoffMs(attempt, { wasReady: false });
  expect(wait(1)).toBe(250);
  expect(wait(2)).toBe(500);
  expect(wait(8)).toBe(30_000);
  expect(wait(10_000)).toBe(30_000);
});

test("a process that comes up and is ended again and again is never away for long", () => {
  const wait = (attempt: number) => backoffMs(attempt, { wasReady: true });
  expect(wait(1)).toBe(250);
  expect(wait(12)).toBe(2_000);
});
