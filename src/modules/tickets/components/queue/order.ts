import {
  ascends,
  type TicketRow,
  type TicketSort,
  ticketPriorities,
  turnOf,
  turns,
} from "@/modules/tickets/client";

const never = "9999";

type Key = readonly [number, string];

function keyOf(row: TicketRow, sort: TicketSort): Key {
  switch (sort) {
    case "updated":
      return [0, row.updatedAt];
    case "newest":
    case "oldest":
      return [0, row.createdAt];
    case "priority":
      return [ticketPriorities.indexOf(row.priority), row.updatedAt];
    case "due":
      return [0, row.nextDueAt ?? never];
    case "waiting":
      return [0, row.waitingSince ?? never];
    case "turn":
      return [turns.indexOf(turnOf(row)), row.waitingSince ?? row.updatedAt];
  }
}

const compare = <Value extends number | string>(one: Value, other: Value) =>
  one < other ? -1 : one > other ? 1 : 0;

/** Compares rows as the database sorts them, equal ones by their ids. */
export function compareRows(one: TicketRow, other: TicketRow, sort: TicketSort): number {
  const [oneRank, oneTime] = keyOf(one, sort);
  const [otherRank, otherTime] = keyOf(other, sort);
  const order =
    compare(oneRank, otherRank) || compare(oneTime, otherTime) || compare(one.id, other.id);
  return ascends(sort) ? order : -order;
}
