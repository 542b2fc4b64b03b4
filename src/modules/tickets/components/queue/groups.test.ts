import { expect, test } from "vitest";
import type { TicketRow } from "@/modules/tickets/client";
import { aTicketRow } from "@/testing/ticket-row";
import { listItems, noStanding, standingOf } from "./groups";

const asked = new Date(0).toISOString();
const later = new Date(60_000).toISOString();

const row = (id: string, more: Partial<TicketRow> = {}) =>
  aTicketRow({ id, createdAt: asked, updatedAt: later, lastMessageAt: later, ...more });

const first = row("a", { waitingSince: asked });
const second = row("b", { waitingSince: asked });
const reply = row("c", { waitingSince: later });
const pending = row("d", { status: "pending" });
const queue = [first, second, reply, pending];
const shown = (
  rows: readonly TicketRow[],
  standing = standingOf(rows, "turn", false, noStanding),
) => listItems(rows, standing).map((item) => (item.type === "heading" ? item.words : item.row.id));

test("rows stand under the words that say whose turn it is", () => {
  expect(shown(queue)).toEqual([
    "First reply due",
    ...["a", "b"],
    "Reply due",
    "c",
    "Waiting for requester",
    "d",
  ]);
});

test("who answers a ticket moves no row and no heading while they are in the list", () => {
  const before = standingOf(queue, "turn", false, noStanding);
  const answered = [row("a", { status: "pending" }), second, reply, pending];
  expect(shown(answered, standingOf(answered, "turn", true, before))).toEqual(shown(queue));
  const settled = [second, reply, row("a", { status: "pending" }), pending];
  expect(shown(settled, standingOf(settled, "turn", false, before))).toEqual([
    "First reply due",
    "b",
    "Reply due",
    "c",
    "Waiting for requester",
    ...["a", "d"],
  ]);
});

test("a page that comes below continues the last group", () => {
  const before = standingOf(queue, "turn", false, noStanding);
  const more = [...queue, row("e", { status: "pending" }), row("f", { status: "on_hold" })];
  expect(shown(more, standingOf(more, "turn", true, before)).slice(-4)).toEqual([
    "d",
    "e",
    "Waiting for third party",
    "f",
  ]);
});

test("priorities have headings, too, the most urgent first; a sort by time has none", () => {
  const rows = [row("a", { priority: "urgent" }), row("b", { priority: "low" })];
  const items = listItems(rows, standingOf(rows, "priority", false, noStanding));
  expect(items.map((item) => item.type)).toEqual(["heading", "row", "heading", "row"]);
  expect(listItems(rows, standingOf(rows, "updated", false, noStanding))).toHaveLength(2);
});

test("people, statuses and promises have headings, nobody's tickets and late ones first", () => {
  const headings = (rows: readonly TicketRow[], sort: "person" | "status" | "sla") =>
    listItems(rows, standingOf(rows, sort, false, noStanding)).flatMap((item) =>
      item.type === "heading" ? [item.words] : [],
    );
  const mia = { id: "01", name: "Mia" };
  const tom = { id: "02", name: "Tom" };
  const people = [row("a"), row("b", { assignee: mia }), row("c", { assignee: tom })];
  expect(headings(people, "person")).toEqual(["Unassigned", "Mia", "Tom"]);
  // By name, whoever was invited first; two of one name are two people.
  const named = [
    row("a", { assignee: { id: "09", name: "Åse" } }),
    row("b", { assignee: { id: "07", name: "bo" } }),
    row("c", { assignee: { id: "08", name: "Bo" } }),
    row("d", { assignee: { id: "01", name: "Zoe" } }),
  ];
  expect(headings(named, "person")).toEqual(["Åse", "bo", "Bo", "Zoe"]);
  const clocks = [row("a", { slaState: "breached" }), row("b", { slaState: "running" }), row("c")];
  expect(headings(clocks, "sla")).toEqual(["Late", "On time", "No SLA"]);
  expect(headings([row("a"), row("b", { status: "on_hold" })], "status")).toEqual([
    "Open",
    "On hold",
  ]);
});

test("who hands a ticket on sees it under the old name until they leave the list", () => {
  const mia = { id: "01", name: "Mia" };
  const tom = { id: "02", name: "Tom" };
  const rows = [row("a", { assignee: mia }), row("b", { assignee: tom })];
  const before = standingOf(rows, "person", false, noStanding);
  const handed = [row("a", { assignee: tom }), row("b", { assignee: tom })];
  const words = (standing: typeof before) => [...standing.values()].map((group) => group.words);
  expect(words(standingOf(handed, "person", true, before))).toEqual(["Mia", "Tom"]);
  expect(words(standingOf(handed, "person", false, before))).toEqual(["Tom", "Tom"]);
});
