import { draftPage, messagePage } from "@/modules/conversations";
import { applyToDrafts, applyToRequest, applyToTicket } from "@/modules/conversations/client";
import {
  type RequestRow,
  requestPage,
  type TicketRow,
  ticketHead,
  ticketPage,
  toRequestRow,
} from "@/modules/tickets";
import { applyToPage } from "@/modules/tickets/client";
import type { Actor } from "@/platform/auth/actor";
import { sql } from "@/platform/database";
import { rooms } from "@/platform/realtime";
import type { LiveEvent } from "@/platform/realtime/wire";
import { type Screen, screenOf } from "./expect-converges";

type Listed = { id: string; version: number };
type Page<Row> = { rows: Row[]; asOf: number };

/** A list without an order of its own: what arrives joins it where it belongs there. */
function applyToList<Row extends Listed>(belongs: (row: Row) => boolean) {
  return (page: Page<Row>, event: LiveEvent): Page<Row> => {
    const { page: next, row, arrived } = applyToPage<Row, Page<Row>>(page, event);
    return arrived && row !== null && belongs(row) ? { ...next, rows: [...next.rows, row] } : next;
  };
}

const byId = <Row extends Listed>(rows: readonly Row[]) =>
  [...rows].sort((one, other) => (one.id < other.id ? -1 : 1));

/** The queue of an agent, with the tickets of one organization. */
export function queueScreen(agent: Actor, organizationId: string): Screen {
  return screenOf<Page<TicketRow>>({
    name: "the queue",
    rooms: [rooms.queue()],
    fetch: async () => {
      const where = sql`tickets.organization_id = ${organizationId}`;
      const { rows, asOf } = await ticketPage(agent, { where, sort: "updated" });
      return { rows: rows.map(({ seenAt: _, ...row }) => row), asOf };
    },
    apply: applyToList((row) => row.organization?.id === organizationId),
    shown: ({ rows }) => byId(rows),
  });
}

/** The requests that a customer sees, with their colleagues' where they are shared. */
export function requestsScreen(customer: Actor, sharedBy: string | null): Screen {
  return screenOf<Page<RequestRow>>({
    name: sharedBy === null ? "a customer's requests" : "an organization's requests",
    rooms: [sharedBy === null ? rooms.requests(customer.id) : rooms.organization(sharedBy)],
    fetch: async () => {
      const { rows, asOf } = await requestPage(customer, { shared: sharedBy !== null });
      return { rows, asOf };
    },
    apply: applyToList(() => true),
    shown: ({ rows }) => byId(rows),
  });
}

async function conversation(actor: Actor, number: number) {
  const { row, firstMessageAt, asOf } = await ticketHead(actor, number);
  const { messages } = await messagePage(actor, {
    ticketId: row.id,
    firstMessageAt: new Date(firstMessageAt),
    lastMessageAt: new Date(row.lastMessageAt),
  });
  return { row, messages, asOf };
}

type Ticket = { ticketId: string; number: number };

/** A ticket as an agent has it open. */
export function ticketScreen(agent: Actor, { ticketId, number }: Ticket): Screen {
  return screenOf({
    name: `the ticket of ${agent.name}`,
    rooms: [rooms.ticket(ticketId), rooms.person(agent.id)],
    fetch: () => conversation(agent, number),
    apply: applyToTicket,
    shown: ({ row, messages }) => ({ row, messages }),
  });
}

/** The same ticket as a customer has it open. */
export function requestScreen(customer: Actor, { ticketId, number }: Ticket): Screen {
  return screenOf({
    name: `the request of ${customer.name}`,
    rooms: [rooms.request(ticketId), rooms.person(customer.id)],
    fetch: async () => {
      const { row, ...rest } = await conversation(customer, number);
      return { row: toRequestRow(row), ...rest };
    },
    apply: applyToRequest,
    shown: ({ row, messages }) => ({ row, messages }),
  });
}

/** What somebody writes and has not sent, as any of their devices shows it. */
export function draftsScreen(agent: Actor): Screen {
  return screenOf({
    name: `the drafts of ${agent.name}`,
    rooms: [rooms.person(agent.id), rooms.queue()],
    fetch: () => draftPage(agent),
    apply: applyToDrafts,
    shown: ({ drafts }) =>
      [...drafts].sort((one, other) =>
        one.ticketId + one.kind < other.ticketId + other.kind ? -1 : 1,
      ),
  });
}
