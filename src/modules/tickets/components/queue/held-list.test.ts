import { expect, test } from "vitest";
import { aTicketRow } from "@/testing/ticket-row";
import { type ListPage, type ListRow, loadAgain, reconcile } from "./held-list";

const pageRows = 10;

const row = (place: number, updatedMinute: number, version = 1): ListRow => ({
  ...aTicketRow({
    id: String(place).padStart(4, "0"),
    number: 10_000 + place,
    version,
    updatedAt: new Date(updatedMinute * 60_000).toISOString(),
  }),
  seenAt: null,
});

/** A server that holds rows, newest change first, and gives them in pages. */
function serverWith(rows: readonly ListRow[]) {
  const sorted = rows.toSorted((one, other) => (one.updatedAt < other.updatedAt ? 1 : -1));
  return async (after: string | undefined): Promise<ListPage> => {
    const start = after === undefined ? 0 : Number(after);
    const end = start + pageRows;
    return {
      rows: sorted.slice(start, end),
      next: end < sorted.length ? String(end) : null,
      asOf: 7,
    };
  };
}

const stock = Array.from({ length: 60 }, (_, place) => row(place, 1_000 - place));

test("who has loaded three pages keeps three pages after an absence, in their places", async () => {
  const shown: ListPage = { rows: stock.slice(0, 30), next: "30", asOf: 1 };
  const came = [row(90, 2_000), row(91, 2_001), row(92, 2_002)];
  const fresh = await loadAgain(serverWith([...stock, ...came]), shown, "updated");
  const { page, waiting } = reconcile(shown, fresh, "updated");
  const ids = page.rows.map(({ id }) => id);
  expect(ids.slice(0, 30)).toEqual(shown.rows.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
  expect([...waiting.arrived.keys()]).toEqual(["0092", "0091", "0090"]);
  expect(waiting.left.size).toBe(0);
  expect(page.next).not.toBeNull();
});

test("a ticket that is not there any more stays in its place and says so", async () => {
  const shown: ListPage = { rows: stock.slice(0, 30), next: "30", asOf: 1 };
  const without = stock.filter(({ id }) => id !== "0012");
  const { page, waiting } = reconcile(
    shown,
    await loadAgain(serverWith(without), shown, "updated"),
    "updated",
  );
  expect(page.rows[12]?.id).toBe("0012");
  expect([...waiting.left.keys()]).toEqual(["0012"]);
});

test("what an event brought while the answer was on its way is not taken back", () => {
  const shown: ListPage = { rows: [row(1, 5, 3)], next: null, asOf: 9 };
  const { page } = reconcile(shown, { rows: [row(1, 4, 2)], next: null, asOf: 7 }, "updated");
  expect(page.rows[0]?.version).toBe(3);
  expect(page.asOf).toBe(7);
});
