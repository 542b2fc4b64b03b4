import {
  nameOrder,
  priorityWords,
  slaGroupWords,
  slaRankOf,
  statusWords,
  type TicketRow,
  type TicketSort,
  ticketPriorities,
  ticketStatuses,
  turnOf,
  turns,
  turnWords,
} from "@/modules/tickets/client";

/** Groups stand in the order of their keys. */
type Group = { readonly key: string; readonly words: string };

/** Fewer than ten groups each, so that their places compare as texts. */
const ranked = (words: readonly string[], rankOf: (row: TicketRow) => number) => {
  const groups = words.map((said, rank) => ({ key: `${rank}`, words: said }));
  return (row: TicketRow) => groups[rankOf(row)];
};

/** The group of a row; a sort that is not here has none. */
const groupOf: Partial<Record<TicketSort, (row: TicketRow) => Group | undefined>> = {
  turn: ranked(
    turns.map((turn) => turnWords[turn]),
    (row) => turns.indexOf(turnOf(row)),
  ),
  status: ranked(
    ticketStatuses.map((status) => statusWords[status]),
    (row) => ticketStatuses.indexOf(row.status),
  ),
  priority: ranked(
    ticketPriorities.map((priority) => priorityWords[priority]).reverse(),
    (row) => ticketPriorities.length - 1 - ticketPriorities.indexOf(row.priority),
  ),
  person: ({ assignee }) =>
    assignee === null
      ? { key: "", words: "Unassigned" }
      : // Two of one name are two groups.
        { key: `${nameOrder(assignee.name)}\u0000${assignee.id}`, words: assignee.name },
  sla: ranked(slaGroupWords, (row) => slaRankOf(row.slaState)),
};

/** In which group each row stood when the list was last in order. */
export type Standing = ReadonlyMap<string, Group>;
export const noStanding: Standing = new Map();

const isInOrder = (groups: readonly Group[]) =>
  groups.every((group, place) => place === 0 || group.key >= (groups[place - 1]?.key ?? ""));

/**
 * In which group each row stands. While somebody is in the list rows keep their places, and so their
 * headings: whoever answers a ticket must not push the next one away.
 */
export function standingOf(
  rows: readonly TicketRow[],
  sort: TicketSort,
  held: boolean,
  before: Standing,
): Standing {
  const of = groupOf[sort];
  if (of === undefined) return noStanding;
  const now = rows.map((row) => of(row) ?? { key: "", words: "" });
  const moves = !held && isInOrder(now);
  return new Map(
    rows.flatMap((row, place) => {
      const group = now[place];
      if (group === undefined) return [];
      return [[row.id, moves ? group : (before.get(row.id) ?? group)] as const];
    }),
  );
}

export type ListItem<Row> =
  | { type: "heading"; key: string; words: string }
  | { type: "row"; key: string; row: Row; headings: number; place: number };

/**
 * Rows with the headings of their groups, and how many of those stand above each. `rowsAbove` are
 * not loaded; their room is kept.
 */
export function listItems<Row extends TicketRow>(
  rows: readonly Row[],
  standing: Standing,
  rowsAbove = 0,
): ListItem<Row>[] {
  const items: ListItem<Row>[] = [];
  let headings = 0;
  let last: Group | null = null;
  rows.forEach((row, place) => {
    const own = standing.get(row.id);
    if (own !== undefined && (last === null || own.key > last.key)) {
      last = own;
      headings += 1;
      items.push({ type: "heading", key: `group ${own.key}`, words: own.words });
    }
    items.push({ type: "row", key: row.id, row, headings, place: rowsAbove + place });
  });
  return items;
}
