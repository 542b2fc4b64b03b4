import * as z from "zod";
import { type FieldValues, fieldValuesSchema, topicStart } from "@/modules/fields";
import { claimFormFiles } from "@/modules/files";
import { proveAddress, requesterFor, tokenHash, writerOf } from "@/modules/identity";
import { logActivity } from "@/modules/tickets";
import { systemActor } from "@/platform/auth/actor";
import { command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { readBody } from "../steps";
import { startTicket } from "./start-ticket";

type Waiting = {
  id: string;
  email: string;
  name: string;
  subject: string;
  body: string;
  fields: unknown;
  topic_id: string | null;
  attachment_ids: string[];
  language: string;
  person_id: string | null;
  number: string | null;
  expires_at: Date;
};

const fieldsOf = (stored: unknown): FieldValues => fieldValuesSchema.parse(stored ?? {});

const confirm = command(
  "requests.confirmQuestion",
  z.object({ commandId: commandIdSchema, linkHash: z.string() }),
  async (tx, { now }, { linkHash }) => {
    const waiting = await tx.first<Waiting>(sql`
      select id, email::text as email, name, subject, body, fields, topic_id, attachment_ids, language,
        person_id, number, expires_at
      from guest_questions where token_hash = ${linkHash} for update`);
    if (waiting === undefined || waiting.expires_at <= now) throw new AppError("link_expired");
    // A second click, and a program that follows after the person, lead to the one ticket.
    if (waiting.person_id !== null && waiting.number !== null)
      return { personId: waiting.person_id, number: Number(waiting.number), first: false };
    const { email, name, subject, language } = waiting;
    const requester = await requesterFor(tx, { email, name, isProved: true }, now);
    await proveAddress(tx, { userId: requester.id, language }, now);
    const actor = writerOf(requester);
    const given = { ownerId: requester.id, attachmentIds: waiting.attachment_ids };
    const attachmentIds = await claimFormFiles(tx, given);
    const { ticketId, row } = await startTicket(tx, now, {
      actor,
      requester,
      ticket: {
        subject,
        fields: fieldsOf(waiting.fields),
        ...(await topicStart(tx, waiting.topic_id)),
      },
      body: readBody(waiting.body, waiting.attachment_ids),
      attachmentIds,
    });
    await logActivity(
      tx,
      { ticketId, actorId: requester.id, at: now },
      { kind: "created", detail: { channel: "web" } },
    );
    await tx.rows(sql`
      update guest_questions set person_id = ${requester.id}, number = ${row.number},
        name = '', subject = '', body = '', fields = null
      where id = ${waiting.id}`);
    return { personId: requester.id, number: row.number, first: true };
  },
);

/**
 * Makes a ticket of a question that was asked without an account, by the link that its address got.
 * @throws AppError `link_expired`; `person_not_found` for one who is shut out.
 */
export async function confirmQuestion(
  token: string,
): Promise<{ personId: string; number: number; first: boolean }> {
  return confirm.execute(systemActor, { commandId: newId(), linkHash: tokenHash(token) });
}
