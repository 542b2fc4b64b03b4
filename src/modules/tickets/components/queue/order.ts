import {
  ascends,
  slaRankOf,
  type TicketRow,
  type TicketSort,
  ticketPriorities,
  ticketStatuses,
  turnOf,
  turns,
} from "@/modules/tickets/client";

const never = "9999";

type Key = readonly [number | string, string];

function keyOf(row: TicketRow, sort: TicketSort): Key {
  const waits = row.waitingSince ?? row.updatedAt;
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
      return [turns.indexOf(turnOf(row)), waits];
    case "status":
      return [ticketStatuses.indexOf(row.status), waits];
    case "person":
      // Nobody's come first.
      return [row.assignee?.id ?? "", waits];
    case "sla":
      return [slaRankOf(row.slaState), row.nextDueAt ?? never];
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
