import { beforeEach, expect, test } from "vitest";
import { aTicketRow } from "@/testing/ticket-row";
import type { ListRow } from "./held-list";
import {
  clearSelection,
  isSelecting,
  selection,
  selectLoaded,
  selectTo,
  toggleRow,
} from "./selection";

const chosenIds = () => [...selection().rows.keys()];

const row = (id: string): ListRow => ({ ...aTicketRow({ id }), seenAt: null });
const [a, b, c, d] = [row("a"), row("b"), row("c"), row("d")];
const list = [a, b, c, d];
beforeEach(clearSelection);

test("a range goes from where it began, in both directions, and adds to what is chosen", () => {
  toggleRow(b);
  selectTo(list, b, d);
  expect(chosenIds()).toEqual(["b", "c", "d"]);
  selectTo(list, d, a);
  expect(chosenIds().toSorted()).toEqual(["a", "b", "c", "d"]);
});

test("where a range began is let go in a long list: it begins where one stands, and what is chosen stays", () => {
  toggleRow(a);
  selectTo([c, d], c, d);
  expect(chosenIds()).toEqual(["a", "c", "d"]);
});

test("a row that is chosen again is chosen no more, and all can be let go", () => {
  selectLoaded(list, false);
  toggleRow(c);
  expect(chosenIds()).toEqual(["a", "b", "d"]);
  clearSelection();
  expect(isSelecting()).toBe(false);
});
