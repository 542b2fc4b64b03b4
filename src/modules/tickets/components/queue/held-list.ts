import type { TicketRow, TicketSort } from "@/modules/tickets/client";
import { compareRows } from "./order";

export type ListRow = TicketRow & { seenAt: string | null };
export type ListPage = {
  rows: ListRow[];
  next: string | null;
  asOf: number;
  /** Tickets come and go by the clock alone. */
  moves?: boolean;
};

/** What has happened to a list while somebody was in it, and waits to be shown. */
export type Waiting = {
  readonly arrived: ReadonlyMap<string, ListRow>;
  /** Rows that do not belong here any more, with the reason. */
  readonly left: ReadonlyMap<string, string>;
};

export const nothingWaits: Waiting = { arrived: new Map(), left: new Map() };

/** A ticket that is not on the page: it waits if it belongs here. */
export function withArrival(waiting: Waiting, row: ListRow, belongs: boolean): Waiting {
  const arrived = new Map(waiting.arrived);
  if (belongs) arrived.set(row.id, row);
  else arrived.delete(row.id);
  return { ...waiting, arrived };
}

/** A ticket of the page changed: it stays in its place, with the reason where it has left. */
export function withLeaving(waiting: Waiting, id: string, reason: string | null): Waiting {
  const left = new Map(waiting.left);
  if (reason === null) left.delete(id);
  else left.set(id, reason);
  return { ...waiting, left };
}

/** The list as it is now: arrivals in their places, without what left, in its order again. */
export function settle(page: ListPage, waiting: Waiting, sort: TicketSort): ListPage {
  const kept = page.rows.filter((row) => !waiting.left.has(row.id));
  const last = page.rows.at(-1);
  // What sorts behind the last row that is loaded comes with a later page.
  const isWithin = (row: ListRow) =>
    page.next === null || last === undefined || compareRows(row, last, sort) < 0;
  const known = new Set(kept.map((row) => row.id));
  const arrived = [...waiting.arrived.values()].filter((row) => !known.has(row.id));
  const rows = [...kept, ...arrived.filter(isWithin)].sort((one, other) =>
    compareRows(one, other, sort),
  );
  return { ...page, rows };
}

/** How many pages more than before are fetched for the sake of what came in above. */
const pagesMoreMax = 2;

/**
 * Fetches a list again as far as somebody has loaded it: what was the last row is found, or so many
 * rows that it cannot stand where it stood.
 */
export async function loadAgain(
  fetchPage: (after: string | undefined) => Promise<ListPage>,
  shown: ListPage | undefined,
  sort: TicketSort,
): Promise<ListPage> {
  const first = await fetchPage(undefined);
  const last = shown?.rows.at(-1);
  if (shown === undefined || last === undefined) return first;
  const rowsMax = shown.rows.length + pagesMoreMax * first.rows.length;
  let { rows, next } = first;
  const known = new Set(rows.map((row) => row.id));
  while (next !== null && rows.length < rowsMax) {
    const end = rows.at(-1);
    if (known.has(last.id) || (end !== undefined && compareRows(end, last, sort) >= 0)) break;
    const more: ListPage = await fetchPage(next);
    // A ticket may move between two pages: the events after `asOf` put it right.
    rows = [...rows, ...more.rows.filter((row) => !known.has(row.id))];
    for (const row of more.rows) known.add(row.id);
    next = more.next;
  }
  return { ...first, rows, next };
}

/** A fresh fetch against what is shown: rows keep their places, the rest waits. */
export function reconcile(
  shown: ListPage,
  fresh: ListPage,
  sort: TicketSort,
): { page: ListPage; waiting: Waiting } {
  const byId = new Map(fresh.rows.map((row) => [row.id, row]));
  const shownIds = new Set(shown.rows.map((row) => row.id));
  const left = new Map<string, string>();
  for (const row of shown.rows) if (!byId.has(row.id)) left.set(row.id, "moved meanwhile");
  // An event may have come while the answer was on its way.
  const newer = (row: ListRow) => {
    const found = byId.get(row.id);
    return found === undefined || found.version < row.version ? row : found;
  };
  const last = shown.rows.at(-1);
  const isBelow = (row: ListRow) => last === undefined || compareRows(row, last, sort) > 0;
  const others = fresh.rows.filter((row) => !shownIds.has(row.id));
  return {
    // What follows below moves nothing that is seen.
    page: { ...fresh, rows: [...shown.rows.map(newer), ...others.filter(isBelow)] },
    waiting: {
      arrived: new Map(others.filter((row) => !isBelow(row)).map((row) => [row.id, row])),
      left,
    },
  };
}
