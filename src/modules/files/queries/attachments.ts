import type { Actor } from "@/platform/auth/actor";
import { db, type Reader, sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { storage } from "@/platform/storage";
import { kindOfType } from "../rules/kinds";
import type { AttachmentView } from "../schema";
import { attachmentColumns, type StoredAttachment, toAttachmentView } from "./row";

/** The files of messages that the caller may read, by message; one statement, none for none. */
export async function attachmentsOfMessages(
  messageIds: readonly string[],
  reader: Reader = db.read,
): Promise<Map<string, AttachmentView[]>> {
  if (messageIds.length === 0) return new Map();
  const rows = await reader.rows<StoredAttachment>(sql`
    select ${attachmentColumns} from attachments
    where message_id = any(${messageIds}::uuid[])
    order by message_id, id`);
  const byMessage = new Map<string, AttachmentView[]>();
  for (const row of rows) {
    if (row.message_id === null) continue;
    const views = byMessage.get(row.message_id) ?? [];
    byMessage.set(row.message_id, [...views, toAttachmentView(row)]);
  }
  return byMessage;
}

/** Files that somebody has brought and not sent, by id; one statement, none for none. */
export async function attachmentsWaiting(
  owner: Pick<Actor, "id">,
  ids: readonly string[],
  reader: Reader = db.read,
): Promise<Map<string, AttachmentView>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.rows<StoredAttachment>(sql`
    select ${attachmentColumns} from attachments
    where id = any(${ids}::uuid[]) and owner_id = ${owner.id} and state = 'checked'
      and message_id is null`);
  return new Map(rows.map((row) => [row.id, toAttachmentView(row)]));
}

/**
 * A link to a checked file that the caller's module lets somebody read: it belongs to no message.
 * @throws AppError `attachment_not_found`.
 */
export async function publicFileUrl(attachmentId: string): Promise<string> {
  const [row] = await db.read.rows<StoredAttachment>(sql`
    select ${attachmentColumns} from attachments
    where id = ${attachmentId} and state = 'checked' and message_id is null`);
  if (row === undefined) throw new AppError("attachment_not_found", { detail: { attachmentId } });
  return linkTo(row);
}

function linkTo(row: StoredAttachment): Promise<string> {
  const { name, type } = toAttachmentView(row);
  const disposition = kindOfType(type)?.disposition ?? "attachment";
  return storage().downloadUrl(row.storage_key, { name, type, disposition });
}

/** Who may read a message is for those to say who own messages. */
export type MayReadMessage = (at: { ticketId: string; messageId: string }) => Promise<boolean>;

/**
 * A link to a file that ends soon. Never for one that was not checked; one that belongs to no
 * message yet is only for who brought it. What an actor may not see does not exist.
 * @throws AppError `attachment_not_found`.
 */
export async function downloadUrl(
  actor: Actor,
  attachmentId: string,
  mayRead: MayReadMessage,
): Promise<string> {
  const [row] = await db.read.rows<StoredAttachment>(sql`
    select ${attachmentColumns} from attachments where id = ${attachmentId} and state = 'checked'`);
  const allowed =
    row !== undefined &&
    (row.ticket_id === null || row.message_id === null
      ? row.owner_id === actor.id
      : await mayRead({ ticketId: row.ticket_id, messageId: row.message_id }));
  if (!allowed) throw new AppError("attachment_not_found", { detail: { attachmentId } });
  return linkTo(row);
}
