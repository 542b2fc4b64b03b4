import * as z from "zod";
import { emailSchema } from "@/modules/identity";
import { logActivity, subjectSchema, ticketForUpdate } from "@/modules/tickets";
import { command, commandIdSchema } from "@/platform/command";
import { sql, type Transaction } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { type Language, languages, readLanguage } from "@/platform/i18n/client";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { readBody } from "../../steps";
import { speakAside } from "../../steps/side";

const schema = z.object({
  commandId: commandIdSchema,
  ticketId: z.uuid(),
  address: emailSchema,
  subject: subjectSchema,
  /** Markdown. */
  body: z.string().max(limits.bodyCharsMax),
  attachmentIds: z.array(z.uuid()).max(limits.attachmentsPerMessageMax).default([]),
  /** What the letters around the words are in; left out: as they were written to before. */
  language: z.enum(languages).optional(),
});

/** The language of the last side conversation with them, else the first one of this help desk. */
async function usualLanguage(tx: Transaction, address: string): Promise<Language> {
  const row = await tx.first<{ known: string | null; desk: string | null }>(sql`
    select languages[1] as desk, (
      select language from side_conversations where address = ${address} and language is not null
      order by last_at desc limit 1) as known
    from workspace`);
  return readLanguage(row?.known ?? "") ?? readLanguage(row?.desk ?? "") ?? "en";
}

/**
 * Asks somebody else by mail about a ticket. Who asked the ticket, or is in copy of it, is written to
 * in the ticket itself.
 */
export const openSide = command("sides.open", schema, async (tx, { actor, now }, input) => {
  const { ticketId, address, subject, body, attachmentIds } = input;
  const ticket = await ticketForUpdate(tx, actor, ticketId);
  const customers = [ticket.requesterId, ...ticket.participantIds];
  const own = await tx.first(sql`
      select id from users where id = any(${customers}::uuid[]) and email = ${address}`);
  if (own !== undefined)
    throw new AppError("invalid_input", {
      detail: { says: "They belong to this request: write to them in the conversation" },
    });
  const opened = await tx.first<{ sides: number }>(sql`
      select count(*)::int as sides from side_conversations where ticket_id = ${ticket.id}`);
  if ((opened?.sides ?? 0) >= limits.sidesPerTicketMax) throw new AppError("sides_too_many");
  const language = input.language ?? (await usualLanguage(tx, address));
  const id = newId(now.getTime());
  await tx.rows(sql`
      insert into side_conversations (id, ticket_id, subject, address, language, opened_by,
        last_at, created_at)
      values (${id}, ${ticket.id}, ${subject}, ${address}, ${language}, ${actor.id}, ${now},
        ${now})`);
  const { number } = ticket;
  await speakAside(tx, {
    side: { id, ticketId: ticket.id, number, subject, address, openedBy: actor.id },
    by: { authorId: actor.id },
    body: readBody(body, attachmentIds),
    files: { owner: actor, ids: attachmentIds },
    at: now,
  });
  const about = { ticketId: ticket.id, actorId: actor.id, at: now };
  await logActivity(tx, about, { kind: "side_opened", detail: { to: address } });
  return { sideId: id };
});
