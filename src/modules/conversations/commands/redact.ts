import * as z from "zod";
import { withdrawFile } from "@/modules/files";
import {
  changeHistories,
  changeTicketWords,
  logActivity,
  rowOf,
  saveTicket,
  type Ticket,
  ticketForUpdate,
  ticketsOfConversation,
} from "@/modules/tickets";
import { type CommandTx, changeResults, command, commandIdSchema, once } from "@/platform/command";
import { redactHtml, redactJson, redactText, saysWords, tokenOf } from "@/platform/content";
import { sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { changeMails } from "@/platform/mailer";
import { changeEvents } from "@/platform/outbox";
import { conversationMoved, wordsRemoved } from "../events";
import { withFacts } from "./move-messages";
import { redactMessages } from "./redact-messages";

const redactSchema = z.object({
  commandId: commandIdSchema,
  ticketId: z.uuid(),
  messageId: z.uuid(),
  what: z.union([
    z.object({
      words: z.string().trim().min(limits.redactWordsCharsMin).max(limits.redactWordsCharsMax),
    }),
    z.object({ attachmentId: z.uuid() }),
  ]),
});

/** Takes words out of everything that is kept of a ticket. */
async function redactWords(
  tx: CommandTx,
  ticket: Ticket,
  ticketIds: readonly string[],
  about: { messageId: string; words: string },
): Promise<void> {
  const { messageId, words } = about;
  const said = await tx.first<{ body_html: string; body_text: string }>(sql`
    select body_html, body_text from ticket_messages
    where id = ${messageId} and ticket_id = ${ticket.id}`);
  if (said === undefined) throw new AppError("ticket_changed");
  const says =
    saysWords(said.body_text, words) || redactHtml(said.body_html, words) !== said.body_html;
  if (!says) throw new AppError("nothing_to_redact");
  const text = (from: string) => redactText(from, words);
  const html = (from: string) => redactHtml(from, words);
  const json = (from: unknown) => redactJson(from, words);
  const token = tokenOf(words);
  await redactMessages(tx, ticket.id, words);
  await changeTicketWords(tx, ticketIds, text);
  await changeHistories(tx, ticketIds, token, { text, json });
  await changeMails(tx, ticketIds, token, { text, html });
  await changeEvents(tx, ticketIds, token, json);
  await changeResults(tx, token, json);
}

const withoutFile = (attachmentId: string) => {
  const without = (value: unknown): unknown => {
    if (Array.isArray(value))
      return value
        .filter((item) => !(isObject(item) && item.id === attachmentId))
        .map((item) => without(item));
    if (!isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, without(item)]));
  };
  return without;
};
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/**
 * Removes words or a file from a ticket for good: from all its messages (others quote them), what
 * lists show, kept mails and events. The history says who and when, never what.
 */
export const redactMessage = command(
  "tickets.redact",
  redactSchema,
  async (tx, { actor, now }, { ticketId, messageId, what }) => {
    const ticket = await ticketForUpdate(tx, actor, ticketId);
    const ticketIds = await ticketsOfConversation(tx, ticket);
    const attachmentId = "attachmentId" in what ? what.attachmentId : null;
    if ("words" in what) await redactWords(tx, ticket, ticketIds, { messageId, words: what.words });
    else {
      if (!(await withdrawFile(tx, { attachmentId: what.attachmentId, messageId })))
        throw new AppError("attachment_not_found");
      await changeEvents(tx, ticketIds, null, withoutFile(what.attachmentId));
    }
    const { subject, fields } = await rowOf(tx, ticket.id);
    const moved = { ...ticket, subject, fields, version: ticket.version + 1, updatedAt: now };
    await saveTicket(tx, await withFacts(tx, moved, { waiting: "keep" }));
    const entry = { kind: "redacted", detail: { what: attachmentId === null ? "words" : "file" } };
    await logActivity(tx, { ticketId: ticket.id, actorId: actor.id, at: now }, entry);
    const row = await rowOf(tx, ticket.id);
    tx.append(
      conversationMoved.make({ row }, { ticketId: ticket.id }),
      wordsRemoved.make({ ticketIds, attachmentId }, { ticketId: ticket.id }),
    );
    return { ticketId: ticket.id, version: row.version };
  },
);

/** Records that the copies of events are gone, so that upkeep asks no more. */
export const scrubbed = command(
  "conversations.scrubbed",
  z.object({ commandId: commandIdSchema, eventId: z.uuid() }),
  async (tx, _, { eventId }) => ({ isFirst: await once(tx, "scrub", eventId) }),
);
