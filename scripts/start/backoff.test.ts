import { expect, test } from "vitest";
import { backoffMs } from "./backoff";

test("a process that dies once is back at once, one that keeps dying takes no CPU", () => {
  expect(backoffMs(1)).toBe(250);
  expect(backoffMs(2)).toBe(500);
  expect(backoffMs(8)).toBe(30_000);
  expect(backoffMs(10_000)).toBe(30_000);
});
