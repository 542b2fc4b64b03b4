import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { again } from "./again";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test("a screen that could not be fetched says so, and is right once the server answers", async () => {
  const said: boolean[] = [];
  let answers = false;
  const task = vi.fn(async () => {
    if (!answers) throw new Error("The server is away.");
  });
  again(task, (failing) => said.push(failing)).ask();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(said).toEqual([true, true, true]);
  answers = true;
  await vi.advanceTimersByTimeAsync(5_000);
  expect(said.at(-1)).toBe(false);
  expect(task).toHaveBeenCalledTimes(4);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(task).toHaveBeenCalledTimes(4);
});

test("what is asked for while it runs is done once more, not beside it", async () => {
  const ends: (() => void)[] = [];
  const task = vi.fn(() => new Promise<void>((resolve) => ends.push(resolve)));
  const { ask } = again(task, () => undefined);
  ask();
  ask();
  ask();
  expect(task).toHaveBeenCalledTimes(1);
  ends[0]?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(task).toHaveBeenCalledTimes(2);
});

test("a page that is left asks no more", async () => {
  const task = vi.fn(() => Promise.reject(new Error("away")));
  const { ask, stop } = again(task, () => undefined);
  ask();
  await vi.advanceTimersByTimeAsync(0);
  stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(task).toHaveBeenCalledTimes(1);
});
