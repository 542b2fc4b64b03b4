import { comparePlaces, placeOf, type TicketRow, type TicketSort } from "@/modules/tickets/client";

/** Compares rows as the database sorts them, equal ones by their ids. */
export const compareRows = (one: TicketRow, other: TicketRow, sort: TicketSort): number =>
  comparePlaces(placeOf(one, sort), placeOf(other, sort), sort);
