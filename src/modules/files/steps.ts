import type { Actor } from "@/platform/auth/actor";
import { now } from "@/platform/clock";
import { sql, type Transaction } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { attachmentColumns, type StoredAttachment, toAttachmentView } from "./queries/row";
import type { AttachmentView } from "./schema";

type Attaching = {
  actor: Actor;
  attachmentIds: readonly string[];
  ticketId: string;
  messageId: string;
  /** A letter brings more than a form lets one choose. */
  filesMax?: number | undefined;
};

/** Why a file could not be attached; one of somebody else answers as one that does not exist. */
async function refusalFor(
  tx: Transaction,
  actor: Actor,
  ids: readonly string[],
): Promise<AppError> {
  const rows = await tx.rows<StoredAttachment>(sql`
    select ${attachmentColumns} from attachments
    where id = any(${ids}::uuid[]) and owner_id = ${actor.id} and message_id is null`);
  const refused = rows.find((row) => row.state === "refused");
  if (refused !== undefined) {
    const detail = { attachmentId: refused.id, refusal: refused.refusal };
    return new AppError("attachment_refused", { detail });
  }
  const waiting = rows.find((row) => row.state !== "checked");
  if (waiting !== undefined) {
    return new AppError("upload_incomplete", { detail: { attachmentId: waiting.id } });
  }
  return new AppError("attachment_not_found");
}

/**
 * Gives files to the message that is being written: only the writer's own, checked, unattached and
 * not yet given up. Answers in the order asked for.
 * @throws AppError `attachments_too_many`, `attachment_not_found`, `attachment_refused`,
 * `upload_incomplete`.
 */
export async function attachToMessage(
  tx: Transaction,
  {
    actor,
    attachmentIds,
    ticketId,
    messageId,
    filesMax = limits.attachmentsPerMessageMax,
  }: Attaching,
): Promise<AttachmentView[]> {
  const ids = [...new Set(attachmentIds)];
  if (ids.length === 0) return [];
  if (ids.length > filesMax) throw new AppError("attachments_too_many", { detail: { filesMax } });
  // Older ones belong to upkeep, which may be deleting them from the store at this moment.
  const givenUpBefore = new Date(now().getTime() - limits.orphanUploadMs);
  const rows = await tx.rows<StoredAttachment>(sql`
    update attachments set ticket_id = ${ticketId}, message_id = ${messageId}, reserved = false
    where id = any(${ids}::uuid[]) and owner_id = ${actor.id} and state = 'checked'
      and message_id is null and (created_at > ${givenUpBefore} or reserved)
    returning ${attachmentColumns}`);
  if (rows.length < ids.length) throw await refusalFor(tx, actor, ids);
  const views = new Map(rows.map((row) => [row.id, toAttachmentView(row)]));
  return ids.flatMap((id) => views.get(id) ?? []);
}

/** A message is taken back: its files are its writer's again, for as long as a new upload. */
export async function detachFromMessage(tx: Transaction, messageId: string): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    update attachments set ticket_id = null, message_id = null, created_at = ${now()}
    where message_id = ${messageId}
    returning id`);
  return rows.map(({ id }) => id).sort();
}

/**
 * Keeps files for what is being written, for as long as that lasts, and lets go of those that were
 * kept for it before. Gives what is kept, in the order asked for; a file that is gone is left out.
 */
export async function reserveFiles(
  tx: Transaction,
  wanted: { actor: Pick<Actor, "id">; attachmentIds: readonly string[]; before: readonly string[] },
): Promise<AttachmentView[]> {
  const { actor, attachmentIds, before } = wanted;
  const ids = [...new Set(attachmentIds)];
  const dropped = before.filter((id) => !ids.includes(id));
  if (dropped.length > 0) {
    await tx.rows(sql`
      update attachments set reserved = false, created_at = ${now()}
      where id = any(${dropped}::uuid[]) and owner_id = ${actor.id} and message_id is null`);
  }
  if (ids.length === 0) return [];
  const givenUpBefore = new Date(now().getTime() - limits.orphanUploadMs);
  const rows = await tx.rows<StoredAttachment>(sql`
    update attachments set reserved = true
    where id = any(${ids}::uuid[]) and owner_id = ${actor.id} and state = 'checked'
      and message_id is null and (created_at > ${givenUpBefore} or reserved)
    returning ${attachmentColumns}`);
  const views = new Map(rows.map((row) => [row.id, toAttachmentView(row)]));
  return ids.flatMap((id) => views.get(id) ?? []);
}

/** Messages went to another ticket: their files go with them. */
export async function moveFiles(
  tx: Transaction,
  messageIds: readonly string[],
  ticketId: string,
): Promise<void> {
  await tx.rows(sql`
    update attachments set ticket_id = ${ticketId}
    where message_id = any(${messageIds}::uuid[])`);
}

/**
 * Takes a file out of its message for good: nobody downloads it from now on, and its bytes are
 * removed from the store by the job that the caller's event asks for. False where it is not there.
 */
export async function withdrawFile(
  tx: Transaction,
  { attachmentId, messageId }: { attachmentId: string; messageId: string },
): Promise<boolean> {
  const rows = await tx.rows(sql`
    update attachments set ticket_id = null, message_id = null, name = 'Removed file',
      state = 'refused', refusal = 'redacted', created_at = 'epoch'
    where id = ${attachmentId} and message_id = ${messageId} returning id`);
  return rows.length > 0;
}
