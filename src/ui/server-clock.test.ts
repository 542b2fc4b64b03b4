import { expect, test } from "vitest";
import { createServerClock } from "./server-clock";

const firstMs = Date.parse("2025-11-12T13:00:00Z");

test("a browser whose own clock is wrong still shows the server's time", () => {
  let localMs = 5_000;
  const clock = createServerClock(firstMs, () => localMs);
  const stop = clock.start();
  localMs += 61_000;
  expect(clock.nowMs()).toBe(firstMs + 61_000);
  stop();
});

test("until the page is alive the time stands where the server rendered it", () => {
  let localMs = 0;
  const clock = createServerClock(firstMs, () => localMs);
  localMs += 30_000;
  expect(clock.nowMs()).toBe(firstMs);
});

test("after sleep the server's word replaces a clock that stood still", () => {
  let localMs = 0;
  const clock = createServerClock(firstMs, () => localMs);
  const stop = clock.start();
  const heard: number[] = [];
  clock.subscribe(() => heard.push(clock.nowMs()));
  const later = firstMs + 8 * 3_600_000;
  clock.sync(new Date(later));
  localMs += 1_000;
  expect(heard).toEqual([later]);
  expect(clock.nowMs()).toBe(later + 1_000);
  stop();
});
