import type { PlacedEnvelope } from "@/platform/outbox";
import { type LiveRule, rooms } from "@/platform/realtime";
import { ticketCreated, ticketUpdated } from "./events";
import { toRequestRow } from "./queries/row";
import type { TicketRow } from "./schema";

/** The rooms of customers in which a ticket is seen. */
export function customerRooms(row: TicketRow): string[] {
  const shared = row.organization === null ? [] : [rooms.organization(row.organization.id)];
  return [rooms.request(row.id), rooms.requests(row.requester.id), ...shared];
}

export const deliverTicket: LiveRule = (event: PlacedEnvelope) => {
  const created = ticketCreated.read(event);
  const updated = ticketUpdated.read(event);
  const told = created ?? updated;
  if (told === null || told.row.synthetic) return [];
  const forCustomers = { row: toRequestRow(told.row) };
  return [
    { room: rooms.queue(), payload: told },
    { room: rooms.ticket(told.row.id), payload: told },
    ...customerRooms(told.row).map((room) => ({ room, payload: forCustomers })),
  ];
};
