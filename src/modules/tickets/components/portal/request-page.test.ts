import { expect, test } from "vitest";
import type { RequestRow } from "../../schema";
import { reopensUntil } from "./reopening";
import { byPerson, inOrder, inPlaces, type RequestPage, withMore } from "./request-page";
import { withEvent } from "./with-event";

const at = (minute: number) => `2026-11-24T12:${String(minute).padStart(2, "0")}:00.000Z`;
const aRow = (id: string, minute: number, more: Partial<RequestRow> = {}): RequestRow => ({
  id,
  number: minute,
  subject: id,
  status: "open",
  requester: { id: "anna", name: "Anna" },
  version: 1,
  mergedInto: null,
  lastWords: "",
  createdAt: at(0),
  updatedAt: at(minute),
  resolvedAt: null,
  ...more,
});
const aPage = (rows: RequestRow[], more: Partial<RequestPage> = {}): RequestPage => ({
  rows,
  next: null,
  asOf: 1,
  unread: [],
  ...more,
});
const ids = (rows: readonly RequestRow[]) => rows.map((row) => row.id);
const anEvent = (row: RequestRow) => ({
  name: "message.added",
  version: 1,
  position: 2,
  occurredAt: at(9),
  actorId: "mia",
  commandId: null,
  payload: { row },
});

test("a request with news rises, and one that was just asked joins the list", () => {
  const page = aPage([aRow("b", 2), aRow("a", 1)]);
  const answered = withEvent(page, anEvent(aRow("a", 9, { version: 2 })));
  expect(ids(inOrder(answered.rows))).toEqual(["a", "b"]);
  expect(ids(inOrder(withEvent(page, anEvent(aRow("c", 9))).rows))).toEqual(["c", "b", "a"]);
});

test("while somebody is in the list its rows keep their places and what arrived waits", () => {
  const rows = [aRow("a", 9), aRow("b", 2), aRow("c", 10)];
  expect(ids(inPlaces(rows, ["b", "a"]))).toEqual(["b", "a"]);
});

test("a further page adds nothing twice and does not make the list look newer than it is", () => {
  const page = withMore(
    aPage([aRow("b", 2)], { next: "mark", asOf: 5 }),
    aPage([aRow("b", 2), aRow("a", 1)], { asOf: 8 }),
  );
  expect(ids(page.rows)).toEqual(["b", "a"]);
  expect(page).toMatchObject({ next: null, asOf: 5 });
});

test("colleagues' requests stand under their names, the latest news first", () => {
  const ben = { id: "ben", name: "Ben" };
  const rows = [aRow("c", 3, { requester: ben }), aRow("b", 2), aRow("a", 1, { requester: ben })];
  expect(byPerson(rows).map((person) => [person.name, ids(person.rows)])).toEqual([
    ["Ben", ["c", "a"]],
    ["Anna", ["b"]],
  ]);
});

test("a solved request says until when it opens again, and stops saying so when it is too late", () => {
  const solved = aRow("a", 1, { status: "resolved", resolvedAt: at(0) });
  expect(reopensUntil(solved, 60_000, new Date(at(0)))).toEqual(new Date(at(1)));
  expect(reopensUntil(solved, 60_000, new Date(at(1)))).toBeNull();
  expect(reopensUntil(aRow("a", 1), 60_000, new Date(at(0)))).toBeNull();
});
