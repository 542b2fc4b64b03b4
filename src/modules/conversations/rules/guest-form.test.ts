import { expect, test } from "vitest";
import { judgeGuest } from "./guest-form";

const bounds = { formMsMin: 3_000, formMsMax: 60_000 };
const at = (sinceMs: number, trap = "") =>
  judgeGuest({ trap, begunAtMs: 100_000 - sinceMs }, 100_000, bounds);

test("a person takes a moment to write, and meets nothing", () => {
  expect(at(3_000)).toEqual({ kind: "person" });
  expect(at(60_000)).toEqual({ kind: "person" });
});

test("who fills in what nobody sees is a robot, however long it took", () => {
  expect(at(30_000, "https://example.com")).toEqual({ kind: "robot" });
});

test("who sends at once is told truly how long to wait", () => {
  expect(at(500)).toEqual({ kind: "early", waitMs: 2_500 });
});

test("a form of another day, and one that we did not make, begin anew", () => {
  expect(at(60_001)).toEqual({ kind: "outdated" });
  expect(judgeGuest({ trap: "", begunAtMs: null }, 0, bounds)).toEqual({ kind: "outdated" });
});
