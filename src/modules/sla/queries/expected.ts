import type { TicketHead } from "@/modules/tickets";
import { nowMs } from "@/platform/clock";
import { db } from "@/platform/database";
import { readClocks } from "../rules/clock";
import { policyFor } from "../rules/promise";
import { matchedTickets } from "./matching";
import { activePolicies } from "./policies";
import { storiesOf } from "./stories";

/**
 * By when somebody who asked hears from us, by the promise that fits the ticket and in its hours:
 * reckoned at once, for its clock is only written a moment after it was asked. Null where nothing is
 * promised, where we have answered, and once the moment has passed: what was not kept is not
 * promised again.
 */
export async function expectedAnswer(head: TicketHead): Promise<{ by: string | null }> {
  const none = { by: null };
  const policies = await activePolicies(db.write);
  const wheres = policies.map(({ where }) => where);
  const [ticket] = await matchedTickets(db.write, [head.row.id], wheres);
  const policy = ticket?.first == null ? undefined : policies[ticket.first];
  if (ticket === undefined || policy === undefined) return none;
  const events = (await storiesOf(db.write, [ticket])).get(ticket.id) ?? [];
  const rule = policyFor(policy.promised, ticket.priority);
  const { firstResponse } = readClocks(events, rule, policy.calendar, nowMs());
  if (firstResponse === null || firstResponse.endedAtMs !== null) return none;
  const { dueMs } = firstResponse;
  return dueMs === null || dueMs <= nowMs() ? none : { by: new Date(dueMs).toISOString() };
}
