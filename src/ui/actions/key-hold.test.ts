import { expect, test } from "vitest";
import { createKeyHold } from "./key-hold";

const plain = { ctrlKey: false, metaKey: false, altKey: false };
const press = (hold: ReturnType<typeof createKeyHold>, keys: readonly string[]) =>
  keys.map((key) => hold.keep({ ...plain, key }));

test("what is typed while something opens is kept for it, corrections too", () => {
  const hold = createKeyHold();
  expect(press(hold, ["h"])).toEqual([false]);
  hold.begin();
  expect(press(hold, ["h", "e", "x", "Backspace", "é"])).toEqual([true, true, true, true, true]);
  expect(hold.settle()).toBe(true);
  expect(press(hold, ["!"])).toEqual([true]);
  expect(hold.end()).toBe("heé!");
  expect(press(hold, ["h"])).toEqual([false]);
});

test("keys with a modifier and keys that type nothing go their way", () => {
  const hold = createKeyHold();
  hold.begin();
  expect(press(hold, ["Escape", "ArrowDown"])).toEqual([false, false]);
  expect(hold.keep({ ...plain, key: "k", ctrlKey: true })).toBe(false);
});

test("Enter chooses in what is opening, not in what is still there, and nothing is typed after it", () => {
  const hold = createKeyHold();
  hold.begin();
  expect(press(hold, ["n", "e", "w", "Enter", "j", "Enter"])).toEqual(Array(6).fill(true));
  hold.settle();
  expect(hold.end()).toBe("new\n");
  expect(press(hold, ["Enter"])).toEqual([false]);
  hold.begin();
  expect(press(hold, ["Enter", "Enter", "Escape"])).toEqual([true, true, false]);
  hold.settle();
  expect(hold.end()).toBe("");
});

test("two that open at once are both waited for", () => {
  const hold = createKeyHold();
  hold.begin();
  hold.begin();
  expect(hold.settle()).toBe(false);
  press(hold, ["a"]);
  expect(hold.end()).toBe("");
  expect(hold.settle()).toBe(true);
  expect(hold.end()).toBe("a");
});
