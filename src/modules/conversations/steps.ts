import { attachToMessage } from "@/modules/files";
import type { Ticket, TicketChannel } from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import { cleanedToText, markdownToHtml } from "@/platform/content";
import { sql, type Transaction } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { lastWords } from "./rules/last-words";
import type { MessageKind, MessageView } from "./schema";

export type Body = { html: string; text: string };

/**
 * What was written, cleaned; a message without text needs a file.
 * @throws AppError `invalid_input` when nothing is left of it.
 */
export function readBody(markdown: string, attachmentIds: readonly string[]): Body {
  const html = markdownToHtml(markdown);
  const text = cleanedToText(html);
  if (text.trim() === "" && attachmentIds.length === 0)
    throw new AppError("invalid_input", { detail: { field: "body" } });
  return { html, text };
}

/** What lists show of a message. */
export function wordsOf(body: Body, attachmentIds: readonly string[]): string {
  const words = lastWords(body.text, limits.lastWordsCharsMax);
  if (words !== "") return words;
  return attachmentIds.length === 1 ? "1 file" : `${attachmentIds.length} files`;
}

export type NewMessage = {
  ticketId: string;
  kind: MessageKind;
  body: Body;
  /** As it was written: kept for as long as the message can be taken back. */
  source?: string | undefined;
  attachmentIds: readonly string[];
  channel: TicketChannel;
  filesMax?: number | undefined;
  at: Date;
  /** In whose name it stands, when another writes it down; the writer brings the files. */
  author?: Actor | undefined;
  hold?: { releaseAt: Date; status: Ticket["status"] | null } | undefined;
};

/** Writes a message with its files and gives it as its readers see it. */
export async function insertMessage(
  tx: Transaction,
  actor: Actor,
  message: NewMessage,
): Promise<MessageView> {
  const id = newId(message.at.getTime());
  const { author = actor } = message;
  const createdAt = message.hold?.releaseAt ?? message.at;
  const state = message.hold === undefined ? "released" : "held";
  await tx.rows(sql`
    insert into ticket_messages (id, ticket_id, author_id, kind, state, release_at, release_status,
      channel, body_html, body_text, source, created_at)
    values (${id}, ${message.ticketId}, ${author.id}, ${message.kind}, ${state},
      ${message.hold?.releaseAt ?? null}, ${message.hold?.status ?? null}, ${message.channel},
      ${message.body.html}, ${message.body.text},
      ${message.hold === undefined ? null : (message.source ?? null)}, ${createdAt})`);
  const attachments =
    message.attachmentIds.length === 0
      ? []
      : await attachToMessage(tx, {
          actor,
          attachmentIds: message.attachmentIds,
          ticketId: message.ticketId,
          messageId: id,
          filesMax: message.filesMax,
        });
  return {
    id,
    ticketId: message.ticketId,
    kind: message.kind,
    state,
    author: {
      id: author.id,
      name: author.name,
      side: author.audience === "customer" ? "customer" : "staff",
    },
    html: message.body.html,
    releaseAt: message.hold?.releaseAt.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    // As every later reading has them.
    attachments: attachments.sort((one, other) => (one.id < other.id ? -1 : 1)),
  };
}

/** A message as an event carries it: a long text is fetched by those who look at it. */
export function forTravel(message: MessageView): MessageView {
  const long = (message.html?.length ?? 0) > limits.liveBodyCharsMax;
  return long ? { ...message, html: null } : message;
}
