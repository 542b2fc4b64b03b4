import { expect, test } from "vitest";
import { limits } from "@/platform/limits";
import { script } from "./script";

test("a face, an answer and a count come within ten seconds, and all ends within ten minutes", () => {
  const soon = script.filter(({ atMs }) => atMs < 8_000).map(({ does }) => does);
  expect(soon).toEqual(["look", "reply", "take"]);
  expect(script.every(({ atMs }) => atMs < limits.demoActivityMs)).toBe(true);
  expect(script.map(({ atMs }) => atMs)).toEqual(
    script.map(({ atMs }) => atMs).toSorted((one, other) => one - other),
  );
});
