import { command } from "@/platform/command";
import { sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { storage, storageFolders } from "@/platform/storage";
import { requestUploadSchema } from "../schema";

/**
 * Takes note of a file that its owner is about to bring, and gives the link to bring it by.
 * @throws AppError `payload_too_large`, `attachment_refused` (empty), `attachments_too_many`.
 */
export const requestUpload = command(
  "files.requestUpload",
  requestUploadSchema,
  async (tx, { actor, now }, input) => {
    if (input.bytes > limits.attachmentBytesMax) {
      throw new AppError("payload_too_large", { detail: { bytesMax: limits.attachmentBytesMax } });
    }
    if (input.bytes === 0)
      throw new AppError("attachment_refused", { detail: { refusal: "empty" } });
    const waiting = await tx.first<{ files: number }>(sql`
      select count(*)::int as files from attachments
      where owner_id = ${actor.id} and message_id is null
        and created_at > ${new Date(now.getTime() - limits.orphanUploadMs)}`);
    if ((waiting?.files ?? 0) >= limits.unattachedFilesPerPersonMax) {
      throw new AppError("attachments_too_many", {
        detail: { filesMax: limits.unattachedFilesPerPersonMax },
      });
    }
    const id = newId(now.getTime());
    const key = `${storageFolders.incoming}/${id}`;
    const name = input.name.replace(/\p{Cc}/gu, "") || "file";
    await tx.rows(sql`
      insert into attachments (id, owner_id, name, claimed_type, bytes, state, storage_key, created_at)
      values (${id}, ${actor.id}, ${name}, ${input.type}, ${input.bytes}, 'pending', ${key}, ${now})`);
    return { attachmentId: id, upload: await storage().uploadUrl(key, input.bytes) };
  },
);
