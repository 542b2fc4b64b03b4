import {
  comparePlaces,
  type Place,
  placeOf,
  type TicketRow,
  type TicketSort,
} from "@/modules/tickets/client";
import { placeAt } from "./order";

export type ListRow = TicketRow & { seenAt: string | null };
export type ListPage = {
  rows: ListRow[];
  /** The place above which the list goes on; null at its top. */
  previous: string | null;
  /** The place below which it goes on; null at its end. */
  next: string | null;
  asOf: number;
  /** Tickets come and go by the clock alone. */
  moves?: boolean;
  /** Where pages meet: the mark, and the row above it. */
  seams?: readonly Seam[];
  /** What was let go above: how many rows, and where the first of them stood. */
  above?: { readonly rows: number; readonly top: Place };
};
export type Seam = { readonly mark: string; readonly id: string };

/** What has happened to a list while somebody was in it, and waits to be shown. */
export type Waiting = {
  readonly arrived: ReadonlyMap<string, ListRow>;
  /** Rows that do not belong here any more, with the reason. */
  readonly left: ReadonlyMap<string, string>;
};

export const nothingWaits: Waiting = { arrived: new Map(), left: new Map() };

/** Whether a ticket stands between the two places where what is loaded ends. */
export function within(page: ListPage, sort: TicketSort): (place: Place) => boolean {
  const top = page.previous === null ? null : placeAt(page.previous);
  const end = page.next === null ? null : placeAt(page.next);
  return (place) =>
    (top === null || comparePlaces(place, top, sort) > 0) &&
    (end === null || comparePlaces(place, end, sort) <= 0);
}

/**
 * A ticket that is not on the page waits if it belongs here: to what is loaded, or to the top that
 * was let go. What stands elsewhere comes with its own page.
 */
export function withArrival(
  waiting: Waiting,
  row: ListRow,
  { page, sort, belongs }: { page: ListPage; sort: TicketSort; belongs: boolean },
): Waiting {
  const place = placeOf(row, sort);
  const isAbove = page.above !== undefined && comparePlaces(place, page.above.top, sort) < 0;
  const arrived = new Map(waiting.arrived);
  if (belongs && (isAbove || within(page, sort)(place))) arrived.set(row.id, row);
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
  const shown = new Map([...waiting.arrived, ...page.rows.map((row) => [row.id, row] as const)]);
  for (const id of waiting.left.keys()) shown.delete(id);
  const isWithin = within(page, sort);
  // What stands beyond the ends of what is loaded comes with another page.
  const placed = [...shown.values()]
    .map((row) => ({ row, place: placeOf(row, sort) }))
    .filter(({ place }) => isWithin(place))
    .sort((one, other) => comparePlaces(one.place, other.place, sort));
  const seams = page.seams?.flatMap(({ mark }) => {
    const seam = placeAt(mark);
    const above = placed.findLast(({ place }) => comparePlaces(place, seam, sort) <= 0);
    return above === undefined ? [] : [{ mark, id: above.row.id }];
  });
  return { ...page, rows: placed.map(({ row }) => row), ...(seams && { seams }) };
}
