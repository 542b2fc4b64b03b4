import { createTicket } from "@/modules/conversations";
import { updateTicket } from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import { db, sql } from "@/platform/database";
import { aCommandId, anOrganization } from "./builders";
import { someone } from "./scene";

type KnownTicket = {
  id: string;
  requesterId: string;
  participantIds: string[];
  organizationId: string | null;
  organizationShares: boolean;
  says: string;
};
export type ManyTickets = { people: Actor[]; tickets: KnownTicket[] };

/**
 * People of every role and organization, and tickets of every requester in every organization:
 * somebody who changed places has tickets that stayed where they were asked.
 */
export async function manyTickets(): Promise<ManyTickets> {
  const [open, shut, alone] = [
    { id: await anOrganization({ sharesTickets: true }), shares: true, says: "a sharing one" },
    { id: await anOrganization({ sharesTickets: false }), shares: false, says: "another one" },
    { id: null, shares: false, says: "none" },
  ];
  const organizations = [open, shut, alone];
  const people: Actor[] = [];
  for (const { id } of organizations)
    for (let each = 0; each < 2; each += 1) people.push(await someone("customer", id));
  for (const role of ["agent", "admin"] as const)
    for (const { id } of organizations) people.push(await someone(role, id));
  const agent = await someone("agent");
  const tickets: KnownTicket[] = [];
  const [, copied = agent] = people;
  for (const requester of people)
    for (const { id, shares, says } of organizations) {
      const asked = { commandId: aCommandId(), subject: "The door", body: "It jams." };
      const { ticketId } = await createTicket.execute(requester, createTicket.schema.parse(asked));
      await db.write.rows(sql`
        update tickets set organization_id = ${id} where id = ${ticketId}`);
      // From now on events tell where it is.
      const isCopied = id === shut.id && requester.id !== copied.id;
      const participantIds = isCopied ? [copied.id] : [];
      const changes = { priority: "high", participantIds };
      const changed = { commandId: aCommandId(), ticketId, changes };
      await updateTicket.execute(agent, updateTicket.schema.parse(changed));
      tickets.push({
        id: ticketId,
        requesterId: requester.id,
        participantIds,
        organizationId: id,
        organizationShares: shares,
        says: `what ${requester.name} asked in ${says}`,
      });
    }
  return { people, tickets };
}
