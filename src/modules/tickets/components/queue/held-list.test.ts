import fc from "fast-check";
import { expect, test } from "vitest";
import { applyToPage, placeOf } from "@/modules/tickets/client";
import { limits } from "@/platform/limits";
import { aTicketRow } from "@/testing/ticket-row";
import {
  type ListPage,
  type ListRow,
  nothingWaits,
  settle,
  type Waiting,
  withArrival,
  within,
} from "./held-list";
import { afterCut, loadAgain, reconcile, withPageAbove, withPageBelow } from "./list-pages";
import { compareRows } from "./order";

const sort = "updated";

const row = (place: number, updatedMinute: number, version = 1): ListRow => ({
  ...aTicketRow({
    id: String(place).padStart(4, "0"),
    number: 10_000 + place,
    version,
    updatedAt: new Date(updatedMinute * 60_000).toISOString(),
  }),
  seenAt: null,
});

const markOf = (at: ListRow) =>
  Buffer.from(JSON.stringify(placeOf(at, sort))).toString("base64url");
const inOrder = (rows: readonly ListRow[]) =>
  rows.toSorted((one, other) => compareRows(one, other, sort));

/** A server that holds rows, newest change first, and gives them in pages. */
function serverWith(rows: readonly ListRow[], pageRows = 10) {
  const sorted = inOrder(rows);
  const side = (mark: string | null) => {
    const isBelow = within({ rows: [], previous: mark, next: null, asOf: 0 }, sort);
    return (one: ListRow) => isBelow(placeOf(one, sort));
  };
  const below = async (after: string | undefined): Promise<ListPage> => {
    const found = sorted.filter(side(after ?? null));
    const shown = found.slice(0, pageRows);
    const last = shown.at(-1);
    const next = last !== undefined && found.length > pageRows ? markOf(last) : null;
    return { rows: shown, previous: after ?? null, next, asOf: 7 };
  };
  const above = async (until: string): Promise<ListPage> => {
    const isBelow = side(until);
    const found = sorted.filter((one) => !isBelow(one));
    const edge = found.at(-pageRows - 1);
    const previous = edge === undefined ? null : markOf(edge);
    return { rows: found.slice(-pageRows), previous, next: until, asOf: 7 };
  };
  return { below, above };
}

const stock = Array.from({ length: 60 }, (_, place) => row(place, 1_000 - place));
const loaded = (count: number): ListPage => {
  const last = stock[count - 1];
  return {
    rows: stock.slice(0, count),
    previous: null,
    next: last === undefined ? null : markOf(last),
    asOf: 1,
  };
};
const idsOf = (rows: readonly ListRow[]) => rows.map(({ id }) => id);

test("who has loaded three pages keeps three pages after an absence, in their places", async () => {
  const shown = loaded(30);
  const came = [row(90, 2_000), row(91, 2_001), row(92, 2_002)];
  const fresh = await loadAgain(serverWith([...stock, ...came]).below, shown, sort);
  const { page, waiting } = reconcile(shown, fresh, sort);
  const ids = idsOf(page.rows);
  expect(ids.slice(0, 30)).toEqual(idsOf(shown.rows));
  expect(new Set(ids).size).toBe(ids.length);
  expect([...waiting.arrived.keys()]).toEqual(["0092", "0091", "0090"]);
  expect(waiting.left.size).toBe(0);
  expect(page.next).not.toBeNull();
});

test("a ticket that is not there any more stays in its place and says so", async () => {
  const shown = loaded(30);
  const without = stock.filter(({ id }) => id !== "0012");
  const fresh = await loadAgain(serverWith(without).below, shown, sort);
  const { page, waiting } = reconcile(shown, fresh, sort);
  expect(page.rows[12]?.id).toBe("0012");
  expect([...waiting.left.keys()]).toEqual(["0012"]);
});

test("what an event brought while the answer was on its way is not taken back", () => {
  const shown: ListPage = { rows: [row(1, 5, 3)], previous: null, next: null, asOf: 9 };
  const fresh: ListPage = { ...shown, rows: [row(1, 4, 2)], asOf: 7 };
  const { page } = reconcile(shown, fresh, sort);
  expect(page.rows[0]?.version).toBe(3);
  expect(page.asOf).toBe(7);
});

test("an arrival is shown though the last row that is loaded has moved to the top since", () => {
  const shown = loaded(10);
  const came = row(95, 995.5);
  const waiting = withArrival(nothingWaits, came, { page: shown, sort, belongs: true });
  const moved = { ...shown, rows: [...shown.rows.slice(0, 9), row(9, 2_000, 2)] };
  expect(idsOf(settle(moved, waiting, sort).rows).slice(0, 6)).toEqual([
    ...["0009", "0000", "0001", "0002", "0003", "0004"],
  ]);
  expect(idsOf(settle(moved, waiting, sort).rows)).toContain("0095");
});

test("what changes below what is loaded is no arrival: it comes with its page", () => {
  const about = { page: loaded(10), sort, belongs: true } as const;
  expect(withArrival(nothingWaits, row(50, 950, 2), about).arrived.size).toBe(0);
  expect(withArrival(nothingWaits, row(50, 2_000, 2), about).arrived.size).toBe(1);
});

const pageRows = 100;
const long = Array.from({ length: 2_500 }, (_, place) => row(place, 10_000 - place));

async function scrolled(rows: readonly ListRow[], pages: number) {
  const server = serverWith(rows, pageRows);
  let page = await server.below(undefined);
  for (let at = 0; at < pages && page.next !== null; at++)
    page = withPageBelow(page, await server.below(page.next), sort).page;
  return page;
}

test("a long way down keeps so many rows and no more, and the room of the others; the way up brings them again", async () => {
  const end = await scrolled(long, 100);
  expect(end.next).toBeNull();
  expect(end.rows.length).toBeLessThanOrEqual(limits.ticketsHeldRows);
  expect((end.above?.rows ?? 0) + end.rows.length).toBe(long.length);
  expect(end.rows.at(-1)).toEqual(long.at(-1));

  const server = serverWith(long, pageRows);
  let page = end;
  while (page.previous !== null) {
    const before = page;
    page = withPageAbove(page, await server.above(page.previous)).page;
    expect(page.rows.length).toBeLessThanOrEqual(limits.ticketsHeldRows);
    // Every row stays where it stood.
    const [first] = before.rows;
    const at = page.rows.findIndex(({ id }) => id === first?.id);
    expect((page.above?.rows ?? 0) + at).toBe(before.above?.rows ?? 0);
  }
  expect(page.above).toBeUndefined();
  expect(page.next).not.toBeNull();
  expect(idsOf(page.rows)).toEqual(idsOf(long.slice(0, page.rows.length)));
});

test("an absence far down asks again for what is kept, and not for the whole way", async () => {
  const shown = await scrolled(long, 20);
  let asked = 0;
  const server = serverWith(long, pageRows);
  const fresh = await loadAgain(
    (after) => {
      asked += 1;
      return server.below(after);
    },
    shown,
    sort,
  );
  const { page, waiting } = reconcile(shown, fresh, sort);
  expect(asked).toBeLessThanOrEqual(limits.ticketsHeldRows / pageRows);
  expect(idsOf(page.rows)).toEqual(idsOf(shown.rows));
  expect(page).toMatchObject({ previous: shown.previous, above: shown.above });
  expect(waiting).toEqual(nothingWaits);
});

const event = {
  name: "tickets.updated",
  version: 1,
  occurredAt: new Date(0).toISOString(),
  actorId: null,
  commandId: null,
};

const aStep = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom("down" as const, "up" as const) },
  {
    weight: 4,
    arbitrary: fc.record({
      place: fc.nat({ max: 1_600 }),
      minute: fc.integer({ max: 11_000, min: 8_000 }),
    }),
  },
);

test("however one scrolls while tickets change, in the end the list shows what stands between its ends", () =>
  fc.assert(
    fc.asyncProperty(fc.array(aStep, { minLength: 12, maxLength: 30 }), async (steps) => {
      let rows = long.slice(0, 1_500);
      let page = await scrolled(rows, 12);
      let waiting: Waiting = nothingWaits;
      let position = 10;
      for (const step of steps) {
        const server = serverWith(rows, pageRows);
        if (step === "down" && page.next !== null) {
          const cut = withPageBelow(page, await server.below(page.next), sort);
          waiting = afterCut(waiting, cut, sort);
          page = cut.page;
        } else if (step === "up" && page.previous !== null) {
          const cut = withPageAbove(page, await server.above(page.previous));
          waiting = afterCut(waiting, cut, sort);
          page = cut.page;
        } else if (typeof step === "object") {
          position += 1;
          const changed = row(step.place, step.minute, position);
          rows = [...rows.filter(({ id }) => id !== changed.id), changed];
          const payload = { row: changed };
          const applied = applyToPage(page, { ...event, position, payload });
          page = { ...applied.page, rows: [...applied.page.rows] };
          if (applied.arrived)
            waiting = withArrival(waiting, changed, { page, sort, belongs: true });
        }
      }
      const settled = settle(page, waiting, sort);
      const isWithin = within(page, sort);
      const should = inOrder(rows).filter((one) => isWithin(placeOf(one, sort)));
      expect(settled.rows).toEqual(should);
    }),
    { numRuns: 8 },
  ));
