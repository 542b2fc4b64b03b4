import type { TicketRow, TicketSort } from "@/modules/tickets/client";
import { compareRows } from "./order";

export type ListRow = TicketRow & { seenAt: string | null };
export type ListPage = { rows: ListRow[]; next: string | null; asOf: number };

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

/** A fresh fetch against what is shown: rows keep their places, the rest waits. */
export function reconcile(shown: ListPage, fresh: ListPage): { page: ListPage; waiting: Waiting } {
  const byId = new Map(fresh.rows.map((row) => [row.id, row]));
  const shownIds = new Set(shown.rows.map((row) => row.id));
  const left = new Map<string, string>();
  for (const row of shown.rows) if (!byId.has(row.id)) left.set(row.id, "moved meanwhile");
  return {
    page: { ...fresh, rows: shown.rows.map((row) => byId.get(row.id) ?? row) },
    waiting: {
      arrived: new Map(
        fresh.rows.filter((row) => !shownIds.has(row.id)).map((row) => [row.id, row]),
      ),
      left,
    },
  };
}
