import { expect, test } from "vitest";
import { brokenBy, findingLines, ok } from "./finding";

test("what is broken says how to mend it on a line of its own", () => {
  const finding = brokenBy("Nothing listens there. Start it, or correct the address. Then again.");
  expect(finding).toEqual({
    state: "broken",
    says: "Nothing listens there.",
    mend: "Start it, or correct the address. Then again.",
  });
  expect(findingLines("Valkey", finding)).toHaveLength(2);
});

test("what is fine takes one line", () => {
  expect(findingLines("Node", ok("20.19.0"))).toEqual(["ok      Node            20.19.0"]);
});
