import { expect, test } from "vitest";
import { type Mover, mayBecome, statusesAfter, transitions, withStatus } from "./status";
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

const reaches = (by: Mover) =>
  ticketStatuses.flatMap((from) =>
    ticketStatuses.filter((to) => mayBecome(from, to, by)).map((to) => `${from} to ${to}`),
  );

test("a requester solves and opens again, and does nothing else", () => {
  const rest = reaches("requester").filter((way) => !/ to (resolved|open)$/.test(way));
  expect(rest).toEqual([]);
});

test("time does one thing: it closes what is resolved", () => {
  expect(reaches("time")).toEqual(["resolved to closed"]);
});

test("a merge closes whatever is not closed, and nothing leaves closed", () => {
  expect(reaches("merge")).toHaveLength(ticketStatuses.length - 1);
  expect(transitions.closed).toEqual({});
});
