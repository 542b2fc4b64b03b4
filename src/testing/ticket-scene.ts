import { createTicket, mergeTickets } from "@/modules/conversations";
import { linkTickets, mergePeople } from "@/modules/tickets";
import { db, sql } from "@/platform/database";
import { assert } from "@/platform/errors";
import { aCommandId, aPerson } from "./builders";
import { type Scene, someone } from "./scene";

/** One more ticket of the same requester. */
export function anotherTicket({ requester }: Scene) {
  const asked = { commandId: aCommandId(), subject: "The door again", body: "Still." };
  return createTicket.execute(requester, createTicket.schema.parse(asked));
}

/** A merge of another ticket into the scene's, as an agent made it. */
export async function aMerge(scene: Scene): Promise<string> {
  const { ticketId: sourceId } = await anotherTicket(scene);
  const agent = await someone("agent");
  const wanted = { targetId: scene.ticketId, sourceIds: [sourceId], tell: false };
  const { mergeIds } = await mergeTickets.execute(agent, { commandId: aCommandId(), ...wanted });
  const [mergeId] = mergeIds;
  assert(mergeId !== undefined, "a merge has an id");
  return mergeId;
}

/** The first message of the scene's ticket. */
export async function aMessage({ ticketId }: Scene): Promise<string> {
  const [message] = await db.write.rows<{ id: string }>(sql`
    select id from ticket_messages where ticket_id = ${ticketId} and state = 'released'
    order by created_at limit 1`);
  assert(message !== undefined, "a ticket has a message");
  return message.id;
}

/** The scene's ticket as a problem that another one comes from. */
export async function aProblem(scene: Scene): Promise<string> {
  const agent = await someone("agent");
  const { number: otherNumber } = await anotherTicket(scene);
  const link = { ticketId: scene.ticketId, otherNumber, kind: "incident", end: "to" } as const;
  await linkTickets.execute(agent, { commandId: aCommandId(), ...link });
  return scene.ticketId;
}

/** Two customers, merged by an agent. */
export async function aPersonMerge(): Promise<string> {
  const agent = await someone("agent");
  const [kept, merged] = [await aPerson(), await aPerson()];
  const wanted = { keptId: kept.id, mergedId: merged.id };
  const { mergeId } = await mergePeople.execute(agent, { commandId: aCommandId(), ...wanted });
  return mergeId;
}
