import type { Actor } from "@/platform/auth/actor";
import { db, sql } from "@/platform/database";
import type { PlacedEnvelope } from "@/platform/outbox";
import { type LiveRule, type RoomRule, rooms } from "@/platform/realtime";
import { ticketCreated, ticketUpdated } from "./events";
import { canReadTicket } from "./queries/pages";
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

async function sharesTickets(actor: Actor, organizationId: string): Promise<boolean> {
  if (actor.organizationId !== organizationId) return false;
  const rows = await db.read.rows(sql`
    select id from organizations where id = ${organizationId} and shares_tickets`);
  return rows.length > 0;
}

/** Who may listen to which tickets: the same as who may read them. */
export const mayJoinTicketRoom: RoomRule = (actor, kind, id) => {
  const staff = actor.audience !== "customer";
  switch (kind) {
    case "queue":
      return Promise.resolve(staff);
    case "ticket":
      return staff ? canReadTicket(actor, id) : Promise.resolve(false);
    case "request":
      return canReadTicket(actor, id);
    case "requests":
      return Promise.resolve(id === actor.id);
    case "organization":
      return sharesTickets(actor, id);
    default:
      return null;
  }
};
