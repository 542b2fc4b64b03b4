import { placeOf, type TicketSort } from "@/modules/tickets/client";
import { limits } from "@/platform/limits";
import { type ListPage, type ListRow, type Waiting, within } from "./held-list";
import { compareRows } from "./order";

/** Half of what is kept goes at once, so that a long way takes few cuts. */
const keptRows = limits.ticketsHeldRows / 2;

const unknownTo = (shown: ListPage, rows: readonly ListRow[]) => {
  const known = new Set(shown.rows.map(({ id }) => id));
  return rows.filter(({ id }) => !known.has(id));
};
const seamAt = (mark: string | null, above: ListRow | undefined) =>
  mark === null || above === undefined ? [] : [{ mark, id: above.id }];

type Cut = { page: ListPage; dropped: readonly ListRow[] };

/** The next page stands below; what is far above by then is let go. */
export function withPageBelow(shown: ListPage, more: ListPage, sort: TicketSort): Cut {
  const page = {
    ...shown,
    rows: [...shown.rows, ...unknownTo(shown, more.rows)],
    seams: [...(shown.seams ?? []), ...seamAt(shown.next, shown.rows.at(-1))],
    next: more.next,
  };
  if (page.rows.length <= limits.ticketsHeldRows) return { page, dropped: [] };
  const cuts = page.seams.map((seam) => ({
    ...seam,
    at: page.rows.findIndex(({ id }) => id === seam.id) + 1,
  }));
  const cut = cuts.findLast(({ at }) => at > 0 && page.rows.length - at >= keptRows);
  const [top] = page.rows;
  if (cut === undefined || top === undefined) return { page, dropped: [] };
  return {
    page: {
      ...page,
      rows: page.rows.slice(cut.at),
      previous: cut.mark,
      seams: cuts.filter(({ at }) => at > cut.at).map(({ mark, id }) => ({ mark, id })),
      above: {
        rows: (page.above?.rows ?? 0) + cut.at,
        top: page.above?.top ?? placeOf(top, sort),
      },
    },
    dropped: page.rows.slice(0, cut.at),
  };
}

/** The page before stands above, in the place that was kept for it; what is far below is let go. */
export function withPageAbove(shown: ListPage, more: ListPage): Cut {
  const came = unknownTo(shown, more.rows);
  const { above: kept, ...rest } = shown;
  const rowsAbove = Math.max((kept?.rows ?? 0) - came.length, 0);
  const page: ListPage = {
    ...rest,
    rows: [...came, ...shown.rows],
    seams: [...seamAt(shown.previous, came.at(-1)), ...(shown.seams ?? [])],
    previous: more.previous,
    ...(kept === undefined || more.previous === null
      ? {}
      : { above: { ...kept, rows: rowsAbove } }),
  };
  if (page.rows.length <= limits.ticketsHeldRows) return { page, dropped: [] };
  const cuts = (page.seams ?? []).map((seam) => ({
    ...seam,
    at: page.rows.findIndex(({ id }) => id === seam.id) + 1,
  }));
  const cut = cuts.find(({ at }) => at >= keptRows);
  if (cut === undefined) return { page, dropped: [] };
  return {
    page: {
      ...page,
      rows: page.rows.slice(0, cut.at),
      next: cut.mark,
      seams: cuts.filter(({ at }) => at > 0 && at < cut.at).map(({ mark, id }) => ({ mark, id })),
    },
    dropped: page.rows.slice(cut.at),
  };
}

/**
 * What waits, once other rows are loaded: what came with them waits no more; what was let go and has
 * moved into what is loaded since waits to be shown there.
 */
export function afterCut(waiting: Waiting, { page, dropped }: Cut, sort: TicketSort): Waiting {
  const isWithin = within(page, sort);
  const arrived = new Map(waiting.arrived);
  const left = new Map(waiting.left);
  for (const row of page.rows) arrived.delete(row.id);
  for (const row of dropped)
    if (!left.delete(row.id) && isWithin(placeOf(row, sort))) arrived.set(row.id, row);
  return { arrived, left };
}

interface List {
  readonly shown: () => ListPage | undefined;
  readonly ask: (border: { after?: string; until?: string }) => Promise<ListPage>;
  readonly sort: TicketSort;
}

/** The page below what is shown, or above it; nothing where there is none, or the list is another by then. */
export async function loadBeside(way: "down" | "up", { shown, ask, sort }: List) {
  const markOf = (page: ListPage | undefined) => (way === "down" ? page?.next : page?.previous);
  const mark = markOf(shown());
  if (mark === undefined || mark === null) return undefined;
  const more = await ask(way === "down" ? { after: mark } : { until: mark });
  const before = shown();
  // Fetched again meanwhile, it ends elsewhere.
  if (before === undefined || markOf(before) !== mark) return undefined;
  const cut = way === "down" ? withPageBelow(before, more, sort) : withPageAbove(before, more);
  return {
    page: cut.page,
    waits: (waiting: Waiting) => afterCut(waiting, cut, sort),
    droppedIds: new Set(cut.dropped.map(({ id }) => id)),
  };
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
  const first = await fetchPage(shown?.previous ?? undefined);
  const last = shown?.rows.at(-1);
  if (shown === undefined || last === undefined) return first;
  const rowsMax = shown.rows.length + pagesMoreMax * first.rows.length;
  let { rows, next } = first;
  const seams: { mark: string; id: string }[] = [];
  const known = new Set(rows.map((row) => row.id));
  while (next !== null && rows.length < rowsMax) {
    const end = rows.at(-1);
    if (known.has(last.id) || (end !== undefined && compareRows(end, last, sort) >= 0)) break;
    const more: ListPage = await fetchPage(next);
    seams.push(...seamAt(next, end));
    // A ticket may move between two pages: the events after `asOf` put it right.
    rows = [...rows, ...more.rows.filter((row) => !known.has(row.id))];
    for (const row of more.rows) known.add(row.id);
    next = more.next;
  }
  return { ...first, rows, next, seams };
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
    page: {
      ...fresh,
      rows: [...shown.rows.map(newer), ...others.filter(isBelow)],
      ...(shown.above && { above: shown.above }),
      // Rows keep their places, and so do the seams between them.
      seams: (shown.seams ?? []).filter(({ id }) => shownIds.has(id)),
    },
    waiting: {
      arrived: new Map(others.filter((row) => !isBelow(row)).map((row) => [row.id, row])),
      left,
    },
  };
}
