import { now } from "@/platform/clock";
import { sql, type Transaction } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";

type Held = { formId: string; attachmentIds: readonly string[] };

/**
 * Keeps the files of a form for the question that was asked with it: checked ones alone, and no
 * others than this form's.
 * @throws AppError `attachment_not_found`.
 */
export async function reserveFormFiles(
  tx: Transaction,
  { formId, attachmentIds }: Held,
): Promise<string[]> {
  const ids = [...new Set(attachmentIds)];
  if (ids.length === 0) return [];
  const givenUpBefore = new Date(now().getTime() - limits.orphanUploadMs);
  const rows = await tx.rows<{ id: string }>(sql`
    update attachments set reserved = true
    where id = any(${ids}::uuid[]) and form_id = ${formId} and state = 'checked'
      and message_id is null and (created_at > ${givenUpBefore} or reserved)
    returning id`);
  if (rows.length < ids.length) throw new AppError("attachment_not_found");
  return ids;
}

/** The question is confirmed: its files are its writer's. What is gone is left out. */
export async function claimFormFiles(
  tx: Transaction,
  { ownerId, attachmentIds }: { ownerId: string; attachmentIds: readonly string[] },
): Promise<string[]> {
  if (attachmentIds.length === 0) return [];
  const rows = await tx.rows<{ id: string }>(sql`
    update attachments set owner_id = ${ownerId}, form_id = null
    where id = any(${attachmentIds}::uuid[]) and form_id is not null and reserved
    returning id`);
  return rows.map(({ id }) => id);
}

/** A question that nobody confirmed is gone, and with it what came with it. */
export async function dropFormFiles(
  tx: Transaction,
  attachmentIds: readonly string[],
): Promise<void> {
  if (attachmentIds.length === 0) return;
  await tx.rows(sql`
    update attachments set reserved = false, created_at = 'epoch'
    where id = any(${attachmentIds}::uuid[]) and form_id is not null`);
}
