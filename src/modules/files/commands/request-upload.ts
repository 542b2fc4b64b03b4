import * as z from "zod";
import { command } from "@/platform/command";
import { sql, type Transaction } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { storage, storageFolders } from "@/platform/storage";
import { type Holder, heldBy } from "../queries/holder";
import { requestUploadSchema } from "../schema";

type Upload = { name: string; type: string; bytes: number };

/** Takes note of a file that is about to be brought, and gives the link to bring it by. */
async function noteUpload(
  tx: Transaction,
  now: Date,
  { holder, filesMax, ...upload }: Upload & { holder: Holder; filesMax: number },
) {
  if (upload.bytes > limits.attachmentBytesMax) {
    throw new AppError("payload_too_large", { detail: { bytesMax: limits.attachmentBytesMax } });
  }
  if (upload.bytes === 0)
    throw new AppError("attachment_refused", { detail: { refusal: "empty" } });
  const waiting = await tx.first<{ files: number }>(sql`
    select count(*)::int as files from attachments
    where ${heldBy(holder)} and message_id is null
      and created_at > ${new Date(now.getTime() - limits.orphanUploadMs)}`);
  if ((waiting?.files ?? 0) >= filesMax)
    throw new AppError("attachments_too_many", { detail: { filesMax } });
  const id = newId(now.getTime());
  const key = `${storageFolders.incoming}/${id}`;
  const name = upload.name.replace(/\p{Cc}/gu, "") || "file";
  const { ownerId, formId } = { ownerId: null, formId: null, ...holder };
  await tx.rows(sql`
    insert into attachments (id, owner_id, form_id, name, claimed_type, bytes, state, storage_key,
      created_at)
    values (${id}, ${ownerId}, ${formId}, ${name}, ${upload.type}, ${upload.bytes}, 'pending', ${key},
      ${now})`);
  return { attachmentId: id, upload: await storage().uploadUrl(key, upload.bytes) };
}

/**
 * Takes note of a file that its owner is about to bring, and gives the link to bring it by.
 * @throws AppError `payload_too_large`, `attachment_refused` (empty), `attachments_too_many`.
 */
export const requestUpload = command(
  "files.requestUpload",
  requestUploadSchema,
  async (tx, { actor, now }, { name, type, bytes }) =>
    noteUpload(tx, now, {
      ...{ name, type, bytes, holder: { ownerId: actor.id } },
      filesMax: limits.unattachedFilesPerPersonMax,
    }),
);

/** The same for a form that somebody fills in whom nobody knows yet. */
export const requestFormUpload = command(
  "files.requestFormUpload",
  requestUploadSchema.extend({ formId: z.uuid() }),
  async (tx, { now }, { formId, name, type, bytes }) =>
    noteUpload(tx, now, {
      ...{ name, type, bytes, holder: { formId } },
      filesMax: limits.unattachedFilesPerFormMax,
    }),
);
