import * as z from "zod";
import { fieldChangesSchema, readAskedFields, topicStart } from "@/modules/fields";
import { logActivity, prioritySchema, subjectSchema } from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import { command, commandIdSchema } from "@/platform/command";
import { sql, type Transaction } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { readBody } from "../steps";
import { followedTicket, followUp } from "./follow-up";
import { startTicket } from "./start-ticket";

const createTicketSchema = z.object({
  commandId: commandIdSchema,
  subject: subjectSchema,
  /** Markdown. */
  body: z.string().max(limits.bodyCharsMax),
  attachmentIds: z.array(z.uuid()).max(limits.attachmentsPerMessageMax).default([]),
  /** Agents ask for somebody; customers ask for themselves. */
  requesterId: z.uuid().optional(),
  priority: prioritySchema.optional(),
  /** What the question is about: which fields it has, and where it goes. */
  topicId: z.uuid().optional(),
  /** Custom fields; a customer fills those that customers see. */
  fields: fieldChangesSchema.optional(),
  /** A ticket that takes no replies any more and that this one goes on with. */
  followsNumber: z.int().positive().max(Number.MAX_SAFE_INTEGER).optional(),
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
    const followed =
      input.followsNumber === undefined
        ? null
        : await followedTicket(tx, actor, input.followsNumber);
    const fields = await readAskedFields(tx, actor, input.fields, input.topicId);
    const start = await topicStart(tx, input.topicId);
    if (followed !== null) {
      const { subject, attachmentIds } = input;
      const words = { subject, body, attachmentIds, start: { ...start, fields } };
      const made = await followUp(tx, { actor, now }, followed, words);
      return { ticketId: made.ticketId, number: made.number };
    }
    const requester = await requesterFor(tx, actor, input.requesterId);
    const priority = actor.audience === "customer" ? "medium" : (input.priority ?? "medium");
    const { ticketId, row } = await startTicket(tx, now, {
      actor,
      requester,
      ticket: { subject: input.subject, priority, fields, ...start },
      body,
      attachmentIds: input.attachmentIds,
    });
    await logActivity(
      tx,
      { ticketId, actorId: actor.id, at: now },
      { kind: "created", detail: { channel: "web" } },
    );
    return { ticketId, number: row.number };
  },
);
