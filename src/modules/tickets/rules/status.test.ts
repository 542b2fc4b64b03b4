import { expect, test } from "vitest";
import { mayBecome, statusesAfter, withStatus } from "./status";
import { ticketStatuses } from "./words";

const noon = new Date("2026-11-24T12:00:00Z");
const later = new Date("2026-11-24T13:00:00Z");

test("a closed ticket stays closed, a resolved one can be reopened", () => {
  expect(statusesAfter("closed")).toEqual([]);
  expect(mayBecome("resolved", "open")).toBe(true);
});

test("a ticket is closed only after it was resolved", () => {
  const directly = ticketStatuses.filter((status) => mayBecome(status, "closed"));
  expect(directly).toEqual(["resolved"]);
});

test("no status leads to itself", () => {
  expect(ticketStatuses.filter((status) => mayBecome(status, status))).toEqual([]);
});

test("reopening forgets when it was resolved; closing keeps it", () => {
  const resolved = withStatus(
    { status: "open", resolvedAt: null, closedAt: null },
    "resolved",
    noon,
  );
  expect(withStatus(resolved, "closed", later)).toEqual({
    status: "closed",
    resolvedAt: noon,
    closedAt: later,
  });
  expect(withStatus(resolved, "open", later).resolvedAt).toBeNull();
});
