import type { Actor } from "@/platform/auth/actor";
import { type Sql, sql } from "@/platform/database";

type TicketFacts = {
  requesterId: string;
  organizationId: string | null;
  /** Whether the ticket's organization lets its people see each other's tickets. */
  organizationShares: boolean;
};

/** Agents see all tickets; customers their own, and their colleagues' where that is allowed. */
export function mayReadTicket(actor: Actor, ticket: TicketFacts): boolean {
  if (actor.audience !== "customer") return true;
  if (ticket.requesterId === actor.id) return true;
  return (
    ticket.organizationShares &&
    ticket.organizationId !== null &&
    ticket.organizationId === actor.organizationId
  );
}

/** The same as a filter over `tickets`; a property test keeps the two equal. */
export function readableTickets(actor: Actor): Sql {
  if (actor.audience !== "customer") return sql`true`;
  if (actor.organizationId === null) return sql`tickets.requester_id = ${actor.id}`;
  return sql`(tickets.requester_id = ${actor.id} or (
    tickets.organization_id = ${actor.organizationId} and ${organizationShares(actor)}))`;
}

/** Asked of the actor's organization and not of each ticket's, so that it is looked up once. */
export function organizationShares(actor: Actor): Sql {
  return sql`exists (
      select from organizations where organizations.id = ${actor.organizationId}
        and organizations.shares_tickets)`;
}
