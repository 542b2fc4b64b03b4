import type { Actor } from "@/platform/auth/actor";
import { raw, type Sql, sql } from "@/platform/database";

type TicketFacts = {
  requesterId: string;
  /** Customers in copy. */
  participantIds: readonly string[];
  organizationId: string | null;
  /** Whether the reader sees what others of the ticket's organization ask, if it is theirs. */
  organizationShares: boolean;
};

/** Agents see all tickets; customers their own, those that they are in copy of, and their colleagues' where that is allowed. */
export function mayReadTicket(actor: Actor, ticket: TicketFacts): boolean {
  if (actor.audience !== "customer") return true;
  if (ticket.requesterId === actor.id || ticket.participantIds.includes(actor.id)) return true;
  return (
    ticket.organizationShares &&
    ticket.organizationId !== null &&
    ticket.organizationId === actor.organizationId
  );
}

/** The same as a filter over `tickets`; a property test keeps the two equal. */
export function readableTickets(actor: Actor): Sql {
  if (actor.audience !== "customer") return sql`true`;
  const concerned = sql`tickets.requester_id = ${actor.id} or ${inCopy(actor)}`;
  if (actor.organizationId === null) return sql`(${concerned})`;
  return sql`(${concerned} or (
    tickets.organization_id = ${actor.organizationId} and ${organizationShares(actor)}))`;
}

/** Said twice, because the index holds those tickets alone that somebody is in copy of. */
export function inCopy(person: Pick<Actor, "id">): Sql {
  return sql`(tickets.participant_ids <> array[]::uuid[]
    and tickets.participant_ids @> array[${person.id}]::uuid[])`;
}

/**
 * Whether somebody of an organization reads what its others ask: everybody does where it shares, else
 * who leads it. `person` names a row of `users`.
 */
export function readsColleagues(person: Sql): Sql {
  return sql`(exists (
      select from organizations where organizations.id = ${person}.organization_id
        and (organizations.shares_tickets or ${person}.leads_organization))
      and (select colleagues_share from workspace))`;
}

/** Asked of the actor's organization and not of each ticket's, so that it is looked up once. */
export function organizationShares(actor: Actor): Sql {
  return sql`(exists (
      select from users reader where reader.id = ${actor.id}
        and reader.organization_id = ${actor.organizationId} and ${readsColleagues(raw("reader"))}))`;
}
