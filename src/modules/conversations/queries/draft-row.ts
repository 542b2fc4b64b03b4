import { attachmentsWaiting } from "@/modules/files";
import type { Actor } from "@/platform/auth/actor";
import { cleanedToText, markdownToHtml } from "@/platform/content";
import { type Reader, type Sql, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { lastWords } from "../rules/last-words";
import type { DraftView, MessageKind } from "../schema";

export type StoredDraft = {
  ticket_id: string;
  number: number;
  subject: string;
  requester_name: string;
  kind: MessageKind;
  body: string;
  attachment_ids: string[];
  after_message_id: string | null;
  version: number;
  updated_at: Date;
};

export const draftColumns: Sql = sql`message_drafts.ticket_id, tickets.number, tickets.subject,
  requester.name as requester_name, message_drafts.kind, message_drafts.body,
  message_drafts.attachment_ids, message_drafts.after_message_id, message_drafts.version,
  message_drafts.updated_at`;

export const draftJoins: Sql = sql`join tickets on tickets.id = message_drafts.ticket_id
  join users requester on requester.id = tickets.requester_id`;

/** Without its marks; the beginning is enough. */
const wordsOf = (body: string) =>
  lastWords(
    cleanedToText(markdownToHtml(body.slice(0, 4 * limits.lastWordsCharsMax))),
    limits.lastWordsCharsMax,
  );

/** Drafts with their files, as their author sees them. */
export async function toDraftViews(
  author: Actor,
  rows: readonly StoredDraft[],
  reader: Reader,
): Promise<DraftView[]> {
  const ids = rows.flatMap((row) => row.attachment_ids);
  const files = await attachmentsWaiting(author, ids, reader);
  return rows.map((row) => ({
    ticketId: row.ticket_id,
    number: row.number,
    subject: row.subject,
    requesterName: row.requester_name,
    kind: row.kind,
    body: row.body,
    words: wordsOf(row.body),
    files: row.attachment_ids.flatMap((id) => files.get(id) ?? []),
    after: row.after_message_id,
    version: row.version,
    savedAt: row.updated_at.toISOString(),
  }));
}

/** As it stands in a list and travels in an event: a long one is asked for where it is opened. */
export function draftInList(draft: DraftView): DraftView {
  const long = (draft.body?.length ?? 0) > limits.draftListedCharsMax;
  return long ? { ...draft, body: null } : draft;
}
