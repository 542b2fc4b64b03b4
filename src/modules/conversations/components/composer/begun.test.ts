import { expect, test } from "vitest";
import { begin, takeBegun, takeWish, wishToSend } from "./begun";

const key = "0192f0c1-0000-7000-8000-000000000001 reply" as const;

test("who sends before everything has come, sends what stands there, once", () => {
  begin(key, "It is on its way.");
  wishToSend(key);
  expect(takeBegun(key)).toBe("It is on its way.");
  expect([takeWish(key), takeWish(key)]).toEqual([true, false]);
});

test("typing on takes the wish back, and an empty box is not sent", () => {
  begin(key, "It is");
  wishToSend(key);
  begin(key, "It is not");
  expect(takeWish(key)).toBe(false);
  begin(key, " ");
  wishToSend(key);
  expect(takeWish(key)).toBe(false);
});
