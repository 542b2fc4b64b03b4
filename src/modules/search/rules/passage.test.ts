import { expect, test } from "vitest";
import { addressIn, numberIn } from "./exact";
import { readPassage } from "./passage";

test("a passage is plain text in pieces, whatever stands in it", () => {
  expect(readPassage("the \ue000<b>pump</b>\ue001\n\n stands\ue002 still")).toEqual([
    { text: "the ", hit: false },
    { text: "<b>pump</b>", hit: true },
    { text: " stands", hit: false },
    { text: " … ", hit: false },
    { text: " still", hit: false },
  ]);
  expect(readPassage("")).toEqual([]);
});

test.each([
  ["#10421", 10_421],
  [" 10421 ", 10_421],
  ["10421 pump", null],
  ["#0", null],
  ["1e5", null],
])("%s has the number %s", (text, number) => expect(numberIn(text)).toBe(number));

test.each([
  ["anna@example.org", "anna@example.org"],
  ["<anna@example.org>", "anna@example.org"],
  ["write to anna@example.org", null],
  ["@anna", null],
])("%s is the address %s", (text, address) => expect(addressIn(text)).toBe(address));
