import {
  priorityWords,
  type TicketRow,
  type TicketSort,
  ticketPriorities,
  turnOf,
  turns,
  turnWords,
} from "@/modules/tickets/client";

/** The groups of a sort in the order of the list; null where a sort has none. */
const groupsOf: Partial<
  Record<TicketSort, { words: readonly string[]; of: (row: TicketRow) => number }>
> = {
  turn: {
    words: turns.map((turn) => turnWords[turn]),
    of: (row) => turns.indexOf(turnOf(row)),
  },
  priority: {
    words: ticketPriorities.map((priority) => priorityWords[priority]).reverse(),
    of: (row) => ticketPriorities.length - 1 - ticketPriorities.indexOf(row.priority),
  },
};

/** In which group each row stood when the list was last in order. */
export type Standing = ReadonlyMap<string, number>;
export const noStanding: Standing = new Map();

const isInOrder = (groups: readonly number[]) =>
  groups.every((group, place) => place === 0 || group >= (groups[place - 1] ?? 0));

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
  const groups = groupsOf[sort];
  if (groups === undefined) return noStanding;
  const now = rows.map(groups.of);
  const moves = !held && isInOrder(now);
  return new Map(
    rows.map((row, place) => {
      const group = now[place] ?? 0;
      return [row.id, moves ? group : (before.get(row.id) ?? group)];
    }),
  );
}

export type ListItem<Row> =
  | { type: "heading"; key: string; words: string }
  | { type: "row"; key: string; row: Row; headings: number; place: number };

/** Rows with the headings of their groups, and how many of those stand above each. */
export function listItems<Row extends TicketRow>(
  rows: readonly Row[],
  sort: TicketSort,
  standing: Standing,
): ListItem<Row>[] {
  const words = groupsOf[sort]?.words ?? [];
  const items: ListItem<Row>[] = [];
  let headings = 0;
  let group = -1;
  rows.forEach((row, place) => {
    const own = standing.get(row.id) ?? -1;
    if (own > group) {
      group = own;
      headings += 1;
      items.push({ type: "heading", key: `group ${own}`, words: words[own] ?? "" });
    }
    items.push({ type: "row", key: row.id, row, headings, place });
  });
  return items;
}
