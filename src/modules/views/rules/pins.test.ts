import { expect, test } from "vitest";
import { firstPins, pinned, withPins } from "./pins";

const views = [
  { id: "mine", pin: 1 },
  { id: "open", pin: 2 },
  { id: "late", pin: null },
];

test("a view that gets a key takes it from the one that had it, and has no other", () => {
  const pins = pinned(firstPins(views), "late", 1);
  expect(withPins(views, pins)).toEqual([
    { id: "late", pin: 1 },
    { id: "open", pin: 2 },
    { id: "mine", pin: null },
  ]);
  expect(pinned(pins, "late", 5)).toEqual(["", "open", "", "", "late", "", "", "", ""]);
});

test("a view may have no key", () => {
  expect(pinned(firstPins(views), "mine", null)[0]).toBe("");
});
