import type { TicketRow } from "../schema";
import { ascends, type TicketSort } from "./sort";
import { turnOf, turns } from "./whose-turn";
import { slaRankOf, ticketPriorities, ticketStatuses } from "./words";

/**
 * Where a ticket stands in a sort: what goes before its time, its time, its id. Pages begin and end
 * at places; the texts of the two sides compare alike, `queries/page-mark.ts` says the same in SQL.
 */
export type Place = readonly (number | string)[];

/** Sorts after every time. */
const forever = "infinity";

/** Where nobody's tickets stand: before everybody's. */
export const nobody = "00000000-0000-0000-0000-000000000000";

/** By which people stand in order: without accents, and without regard to case. */
export const nameOrder = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    // No further than A to Z, where every database and every browser agree.
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase());

export function placeOf(row: TicketRow, sort: TicketSort): Place {
  const { id } = row;
  const waits = row.waitingSince ?? row.updatedAt;
  switch (sort) {
    case "updated":
      return [row.updatedAt, id];
    case "newest":
    case "oldest":
      return [row.createdAt, id];
    case "priority":
      return [ticketPriorities.indexOf(row.priority) + 1, row.updatedAt, id];
    case "due":
      return [row.nextDueAt ?? forever, id];
    case "waiting":
      return [row.waitingSince ?? forever, id];
    case "turn":
      return [turns.indexOf(turnOf(row)), waits, id];
    case "status":
      return [ticketStatuses.indexOf(row.status), waits, id];
    case "person":
      return [nameOrder(row.assignee?.name ?? ""), row.assignee?.id ?? nobody, waits, id];
    case "sla":
      return [slaRankOf(row.slaState), row.nextDueAt ?? forever, id];
  }
}

/** Below 0 where one place stands above the other. */
export function comparePlaces(one: Place, other: Place, sort: TicketSort): number {
  const at = one.findIndex((part, index) => part !== other[index]);
  const part = one[at];
  const against = other[at];
  if (part === undefined || against === undefined) return 0;
  return part < against === ascends(sort) ? -1 : 1;
}
