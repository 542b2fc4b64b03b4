import { expect, test } from "vitest";
import { queues } from "@/platform/queues";
import { queuesToRun } from "./queues-to-run";

const known = Object.keys(queues);

test("a worker that is told nothing runs every queue", () => {
  expect(queuesToRun([], known)).toEqual(known);
});

test("a worker runs just the queues it was told", () => {
  expect(queuesToRun(["sla-checks", "mail-out"], known)).toEqual(["sla-checks", "mail-out"]);
});

test("a misspelt queue stops the worker with the names that exist", () => {
  expect(() => queuesToRun(["sla-check"], known)).toThrow(
    /no queue sla-check; there are sla-checks/,
  );
});
