import { expect, test } from "vitest";
import { poolWaitWords } from "./pool-waits";

const wait = {
  component: "web web-1, primary",
  waited: 1,
  msSum: 3,
  msP95: 11.4,
  isAtLeast: false,
};

test("the tile says who waited for a connection, where longest, and how long", () => {
  expect(poolWaitWords([], "en")).toBe("Nobody waited for a connection in the last hour.");
  expect(poolWaitWords([wait], "en")).toBe(
    "One waited for a connection in the last hour; longest at web-1, primary: 95% at most 12 ms.",
  );
  const many = [{ ...wait, waited: 1_200, msP95: 60_000, isAtLeast: true }, wait];
  expect(poolWaitWords(many, "en")).toBe(
    "1,201 waited for a connection in the last hour; longest at web-1, primary: 95% more than 60,000 ms.",
  );
});
