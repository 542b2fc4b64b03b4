import { createTicket, reply, saveDraft } from "@/modules/conversations";
import { requestUpload } from "@/modules/files";
import type { Actor, Role } from "@/platform/auth/actor";
import { db, sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { fileStorage } from "@/platform/storage/configured";
import { aCommandId, anOrganization, aPerson } from "./builders";

/** What only those who work here may ever read. */
export const staffCanary = "canary-of-the-staff";

export type Scene = {
  requester: Actor;
  ticketId: string;
  number: number;
  /** A reply of the requester that is still held. */
  heldId: string;
  /** A checked file of the first message, and one of the requester that has arrived unchecked. */
  attachmentId: string;
  arrivedId: string;
};

/** A person as a session would say: people of the house belong to no organization. */
export async function someone(role: Role, organizationId: string | null = null): Promise<Actor> {
  const person = await aPerson({ role, organizationId });
  return role === "customer" ? person : { ...person, organizationId: null };
}

async function aStoredFile(ticketId: string, owner: Actor): Promise<string> {
  const [message] = await db.write.rows<{ id: string }>(sql`
    select id from ticket_messages where ticket_id = ${ticketId} order by created_at limit 1`);
  if (message === undefined) throw new AppError("not_found");
  const id = newId();
  await db.write.rows(sql`
    insert into attachments (id, owner_id, ticket_id, message_id, name, claimed_type, type, bytes,
      state, storage_key, created_at, checked_at)
    values (${id}, ${owner.id}, ${ticketId}, ${message.id}, 'photo.png', 'image/png', 'image/png',
      5, 'checked', ${`kept/${id}`}, now(), now())`);
  return id;
}

async function anArrivedFile(owner: Actor): Promise<string> {
  const bytes = Buffer.from("words");
  const asked = { commandId: aCommandId(), name: "notes.txt", type: "text/plain" };
  const { attachmentId } = await requestUpload.execute(owner, {
    ...asked,
    bytes: bytes.byteLength,
  });
  await fileStorage().local?.write(`incoming/${attachmentId}`, bytes.byteLength, chunks(bytes));
  return attachmentId;
}

async function* chunks(bytes: Uint8Array) {
  yield bytes;
}

/** What was asked of others beside the ticket, with their answer and its file. */
async function aSecretSide(ticketId: string, agent: Actor): Promise<void> {
  const [sideId, answerId] = [newId(), newId()];
  await db.write.rows(sql`
    with side as (
      insert into side_conversations (id, ticket_id, subject, address, opened_by, last_at, created_at)
      values (${sideId}, ${ticketId}, ${staffCanary}, ${`${staffCanary}@parcels.example`},
        ${agent.id}, now(), now()) returning id
    ), said as (
      insert into side_messages (id, side_id, from_address, body_html, body_text, created_at)
      select ${answerId}, id, ${`${staffCanary}@parcels.example`}, ${staffCanary}, ${staffCanary},
        now() from side
    )
    insert into attachments (id, owner_id, ticket_id, message_id, name, claimed_type, type, bytes,
      state, storage_key, created_at, checked_at)
    values (${newId()}, ${agent.id}, ${ticketId}, ${answerId}, ${`${staffCanary}.png`}, 'image/png',
      'image/png', 5, 'checked', ${`kept/${answerId}`}, now(), now())`);
}

/**
 * A ticket with everything that a call can be about: a note, a side conversation, a held reply, files, an assignee and a
 * tag that only the house sees.
 */
export async function aScene(requester: Actor): Promise<Scene> {
  const asked = { commandId: aCommandId(), subject: "The door stays shut", body: "It jams." };
  const { ticketId, number } = await createTicket.execute(
    requester,
    createTicket.schema.parse(asked),
  );
  const agent = await aPerson({ role: "agent", name: `Agent ${staffCanary}` });
  const says = (by: Actor, more: Record<string, unknown>) =>
    reply.execute(
      by,
      reply.schema.parse({ commandId: aCommandId(), ticketId, body: "Hello.", ...more }),
    );
  await says(agent, { kind: "note", body: `Mind the ${staffCanary}.` });
  await db.write.rows(sql`
    update tickets set assignee_id = ${agent.id}, tags = ${[staffCanary]} where id = ${ticketId}`);
  await aSecretSide(ticketId, agent);
  if (requester.audience !== "customer") {
    const draft = { commandId: aCommandId(), ticketId, kind: "reply", body: "Wait.", base: null };
    await saveDraft.execute(requester, saveDraft.schema.parse(draft));
  }
  const held = await says(requester, { holdSeconds: 120, body: "On second thoughts." });
  return {
    requester,
    ticketId,
    number,
    heldId: held.messageId,
    attachmentId: await aStoredFile(ticketId, requester),
    arrivedId: await anArrivedFile(requester),
  };
}

/** A requester and the organization that they are in. */
export async function aRequester(
  role: Role,
  sharesTickets: boolean,
): Promise<{ requester: Actor; organizationId: string }> {
  const organizationId = await anOrganization({ sharesTickets });
  return { requester: await someone(role, organizationId), organizationId };
}
