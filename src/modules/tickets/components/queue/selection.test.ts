import { beforeEach, expect, test } from "vitest";
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

const row = (id: string): ListRow => ({
  id,
  number: 1,
  subject: "A leak",
  status: "open",
  priority: "medium",
  channel: "web",
  requester: { id: "anna", name: "Anna" },
  organization: null,
  assignee: null,
  team: null,
  tags: [],
  fields: {},
  participantIds: [],
  version: 1,
  nextDueAt: null,
  slaState: null,
  waitingSince: null,
  lastWords: "",
  satisfaction: null,
  snoozedUntil: null,
  mergedInto: null,
  synthetic: false,
  createdAt: "",
  updatedAt: "",
  lastMessageAt: "",
  resolvedAt: null,
  seenAt: null,
});
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

test("a row that is chosen again is chosen no more, and all can be let go", () => {
  selectLoaded(list, false);
  toggleRow(c);
  expect(chosenIds()).toEqual(["a", "b", "d"]);
  clearSelection();
  expect(isSelecting()).toBe(false);
});
