import type { Actor } from "@/platform/auth/actor";
import { db, sql } from "@/platform/database";
import type { PlacedEnvelope } from "@/platform/outbox";
import { type LiveRule, type RoomPayload, type RoomRule, rooms } from "@/platform/realtime";
import { organizationShares } from "./access";
import { asideChanged, participantLeft, ticketCreated, ticketUpdated } from "./events";
import { canReadTicket } from "./queries/pages";
import { toRequestRow } from "./queries/row";
import type { TicketRow } from "./schema";

/** The rooms of customers in which a ticket is seen. */
export function customerRooms(row: TicketRow): string[] {
  const shared = row.organization === null ? [] : [rooms.organization(row.organization.id)];
  const inCopy = row.participantIds.map(rooms.requests);
  return [rooms.request(row.id), rooms.requests(row.requester.id), ...inCopy, ...shared];
}

/** For customers, when the house did something that is not theirs to know: the row moves on. */
export function quietForCustomers(row: TicketRow): RoomPayload[] {
  const payload = { row: toRequestRow(row) };
  return customerRooms(row).map((room) => ({ room, payload, quiet: true }));
}

type Changes = readonly { field: string; from: unknown; to: unknown }[];

/** Who was said to have asked before, and their organization, see the ticket no more. */
function goneFor(changes: Changes, row: TicketRow): RoomPayload[] {
  const before = (field: string) => changes.find((change) => change.field === field)?.from;
  const stay = new Set(customerRooms(row));
  const requester = before("requesterId");
  const organization = before("organizationId");
  return [
    ...(typeof requester === "string" ? [rooms.requests(requester)] : []),
    ...(typeof organization === "string" ? [rooms.organization(organization)] : []),
  ]
    .filter((room) => !stay.has(room))
    .map((room) => ({ room, payload: { goneId: row.id }, quiet: true }));
}

/** What of a ticket customers see change. */
const customersSee: ReadonlySet<string> = new Set([
  "status",
  "subject",
  "requesterId",
  "mergedInto",
]);

/** A probe alone hears of its own ticket: that is how it knows that others would of theirs. */
function probeHears({ id, requester }: TicketRow): RoomPayload[] {
  return [{ room: rooms.person(requester.id), payload: { ticketId: id } }];
}

export const deliverTicket: LiveRule = (event: PlacedEnvelope) => {
  const left = participantLeft.read(event);
  if (left !== null)
    return [{ room: rooms.requests(left.personId), payload: { leftTicketId: left.ticketId } }];
  const aside = asideChanged.read(event);
  if (aside !== null) return [{ room: rooms.ticket(aside.ticketId), payload: aside }];
  const created = ticketCreated.read(event);
  const updated = ticketUpdated.read(event);
  const told = created ?? updated;
  if (told === null) return [];
  const isTrashed = updated?.changes.some(({ field }) => field === "spam") ?? false;
  // What goes into the trash is told once more, so that lists let it go.
  if (told.row.synthetic && !isTrashed) return created === null ? [] : probeHears(created.row);
  const forAgents = [rooms.queue(), rooms.ticket(told.row.id)];
  const forCustomers = quietForCustomers(told.row);
  const visible =
    updated === null || updated.changes.some((change) => customersSee.has(change.field));
  return [
    ...goneFor(updated?.changes ?? [], told.row),
    ...forAgents.map((room) => ({ room, payload: told })),
    ...forCustomers.map((told) => ({ ...told, quiet: !visible })),
  ];
};

async function sharesTickets(actor: Actor, organizationId: string): Promise<boolean> {
  if (actor.organizationId !== organizationId) return false;
  const rows = await db.read.rows(sql`
    select id from users where id = ${actor.id} and ${organizationShares(actor)}`);
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

/** The room of a request whose requester is another one now. */
export function roomsToReopen(event: PlacedEnvelope): string[] {
  const updated = ticketUpdated.read(event);
  if (!updated?.changes.some((change) => change.field === "requesterId")) return [];
  return [rooms.request(updated.row.id)];
}
