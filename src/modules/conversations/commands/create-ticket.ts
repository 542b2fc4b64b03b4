import * as z from "zod";
import { fieldChangesSchema, readAskedFields } from "@/modules/fields";
import {
  insertTicket,
  logActivity,
  prioritySchema,
  rowOf,
  subjectSchema,
  ticketCreated,
} from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import { command, commandIdSchema } from "@/platform/command";
import { sql, type Transaction } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { messageAdded } from "../events";
import { forTravel, insertMessage, readBody, wordsOf } from "../steps";

const createTicketSchema = z.object({
  commandId: commandIdSchema,
  subject: subjectSchema,
  /** Markdown. */
  body: z.string().max(limits.bodyCharsMax),
  attachmentIds: z.array(z.uuid()).max(limits.attachmentsPerMessageMax).default([]),
  /** Agents ask for somebody; customers ask for themselves. */
  requesterId: z.uuid().optional(),
  priority: prioritySchema.optional(),
  /** Custom fields; a customer fills those that customers see. */
  fields: fieldChangesSchema.optional(),
});

type Requester = { id: string; organization_id: string | null; synthetic: boolean };

async function requesterFor(tx: Transaction, actor: Actor, wanted: string | undefined) {
  if (wanted !== undefined && wanted !== actor.id && actor.audience === "customer")
    throw new AppError("person_not_found");
  const requester = await tx.first<Requester>(sql`
    select id, organization_id, synthetic from users
    where id = ${wanted ?? actor.id} and suspended_at is null for key share`);
  if (requester === undefined) throw new AppError("person_not_found");
  return requester;
}

/** Asks: a new ticket with its first message. */
export const createTicket = command(
  "tickets.create",
  createTicketSchema,
  async (tx, { actor, now }, input) => {
    const body = readBody(input.body, input.attachmentIds);
    const requester = await requesterFor(tx, actor, input.requesterId);
    const fields = await readAskedFields(tx, actor, input.fields);
    const ticketId = newId(now.getTime());
    await insertTicket(tx, {
      id: ticketId,
      subject: input.subject,
      requesterId: requester.id,
      organizationId: requester.organization_id,
      status: "open",
      priority: actor.audience === "customer" ? "medium" : (input.priority ?? "medium"),
      channel: "web",
      assigneeId: null,
      teamId: null,
      tags: [],
      fields,
      version: 1,
      nextDueAt: null,
      slaState: null,
      waitingSince: now,
      lastWords: wordsOf(body, input.attachmentIds),
      synthetic: requester.synthetic,
      firstMessageAt: now,
      lastMessageAt: now,
      resolvedAt: null,
      closedAt: null,
      createdAt: now,
      updatedAt: now,
    });
    const message = await insertMessage(tx, actor, {
      ticketId,
      kind: "reply",
      body,
      attachmentIds: input.attachmentIds,
      channel: "web",
      at: now,
    });
    await logActivity(
      tx,
      { ticketId, actorId: actor.id, at: now },
      { kind: "created", detail: { channel: "web" } },
    );
    const row = await rowOf(tx, ticketId);
    tx.append(
      ticketCreated.make({ row }, { ticketId }),
      messageAdded.make({ row, message: forTravel(message) }, { ticketId }),
    );
    return { ticketId, number: row.number };
  },
);
