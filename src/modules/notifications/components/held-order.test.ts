import { expect, test } from "vitest";
import type { NotificationView } from "../schema";
import { heldRows } from "./held-order";

const row = (id: string, minute: number): NotificationView => ({
  id,
  version: 1,
  ticket: { id, number: 1, subject: id, status: "open", requesterName: "Anna", version: 1 },
  reason: "reply",
  byName: "Anna",
  words: "",
  news: 1,
  unread: true,
  at: `2026-11-26T10:${String(minute).padStart(2, "0")}:00.000Z`,
});
const idsOf = (rows: readonly NotificationView[]) => rows.map(({ id }) => id);

test("a row with news keeps its place under the cursor, and a new one waits", () => {
  const shown = heldRows(["b", "a"], [row("c", 9), row("a", 8), row("b", 5)]);
  expect(idsOf(shown.rows)).toEqual(["b", "a"]);
  expect(shown.arrivals).toBe(1);
});

test("what was dealt with leaves, and comes back to its place when that is undone", () => {
  const order = ["c", "b", "a"];
  expect(idsOf(heldRows(order, [row("c", 9), row("a", 1)]).rows)).toEqual(["c", "a"]);
  expect(idsOf(heldRows(order, [row("c", 9), row("b", 5), row("a", 1)]).rows)).toEqual(order);
});

test("a further page is below and is no news", () => {
  const shown = heldRows(["b", "a"], [row("b", 9), row("a", 8), row("z", 1)]);
  expect(idsOf(shown.rows)).toEqual(["b", "a", "z"]);
  expect(shown.arrivals).toBe(0);
});
