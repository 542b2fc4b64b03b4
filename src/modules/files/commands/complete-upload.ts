import { type Actor, systemActor } from "@/platform/auth/actor";
import { type Command, command } from "@/platform/command";
import { db, sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { log } from "@/platform/log";
import { storage, storageFolders } from "@/platform/storage";
import { checkFile } from "../queries/check-file";
import { type Holder, heldBy } from "../queries/holder";
import { attachmentColumns, type StoredAttachment, toAttachmentView } from "../queries/row";
import { storedContent } from "../queries/stored-content";
import { refusals, type Verdict } from "../rules/verdict";
import { type AttachmentView, completeUploadSchema } from "../schema";

type Input = { commandId: string; attachmentId: string };
type Completed = {
  attachment: AttachmentView;
  state: "checked" | "refused";
  /** Why it was refused, as a code and in words for a person. */
  refusal: string | null;
  reason: string | null;
};
type Found = { verdict: Verdict; bytes: number; key: string } | null;

const isRefusal = (code: string): code is keyof typeof refusals => code in refusals;

const completed = (row: StoredAttachment): Completed => ({
  attachment: toAttachmentView(row),
  state: row.state === "checked" ? "checked" : "refused",
  refusal: row.refusal,
  reason: row.refusal !== null && isRefusal(row.refusal) ? refusals[row.refusal] : null,
});

async function ownUpload(holder: Holder, id: string): Promise<StoredAttachment> {
  const [row] = await db.write.rows<StoredAttachment>(sql`
    select ${attachmentColumns} from attachments where id = ${id} and ${heldBy(holder)}`);
  if (row === undefined)
    throw new AppError("attachment_not_found", { detail: { attachmentId: id } });
  return row;
}

/**
 * Looks into the file, before any transaction, under a key that no upload link and no other
 * attempt knows: what is judged here can never be exchanged for something else afterwards.
 */
async function lookInto(holder: Holder, id: string): Promise<Found> {
  const row = await ownUpload(holder, id);
  if (row.state === "checked" || row.state === "refused") return null;
  if ((await storage().head(row.storage_key)) === null) {
    throw new AppError("upload_incomplete", { detail: { attachmentId: id } });
  }
  const key = `${storageFolders.kept}/${newId()}`;
  await storage().copy(row.storage_key, key);
  const { bytes } = (await storage().head(key)) ?? { bytes: 0 };
  const claim = { name: row.name, type: row.claimed_type };
  return { verdict: await checkFile(storedContent(key, bytes), claim), bytes, key };
}

/** Of what lies in the store, only what the row names stays; upkeep takes what a stop leaves. */
async function tidy(found: Found, completed: Completed, id: string): Promise<void> {
  if (found === null) return;
  const [row] = await db.write.rows<{ storage_key: string }>(sql`
    select storage_key from attachments where id = ${id}`);
  const isKept = completed.state === "checked" && row?.storage_key === found.key;
  if (!isKept) await storage().delete(found.key);
  await storage().delete(`${storageFolders.incoming}/${id}`);
}

const settled = (found: Found, holder: Holder) =>
  command<Input, Completed>(
    "files.completeUpload",
    completeUploadSchema,
    async (tx, { now }, input) => {
      const row = await tx.first<StoredAttachment>(sql`
        select ${attachmentColumns} from attachments
        where id = ${input.attachmentId} and ${heldBy(holder)} for update`);
      if (row === undefined) throw new AppError("attachment_not_found");
      if (row.state === "checked" || row.state === "refused") return completed(row);
      if (found === null) throw new AppError("upload_incomplete");
      const { verdict, bytes, key } = found;
      const saved = await tx.first<StoredAttachment>(sql`
        update attachments
        set state = ${verdict.accepted ? "checked" : "refused"}, refusal = ${verdict.refusal},
          name = ${verdict.name}, type = ${verdict.type}, bytes = ${bytes}, storage_key = ${key},
          checked_at = ${now}
        where id = ${row.id}
        returning ${attachmentColumns}`);
      return completed(saved ?? row);
    },
  );

async function complete(actor: Actor, holder: Holder, input: Input, at?: Date): Promise<Completed> {
  const found = await lookInto(holder, input.attachmentId);
  const answer = await settled(found, holder).execute(actor, input, at);
  await tidy(found, answer, input.attachmentId).catch((error: unknown) =>
    log().warn({ err: error, attachmentId: input.attachmentId }, "an upload was not tidied up"),
  );
  return answer;
}

/**
 * Says that a file has arrived. Its content decides whether it is accepted; a refusal is an answer
 * with its reason, and the file can then be attached to nothing.
 * @throws AppError `attachment_not_found`, `upload_incomplete` when nothing has arrived.
 */
export const completeUpload: Command<Input, Completed> = {
  name: "files.completeUpload",
  schema: completeUploadSchema,
  execute: (actor, input, at) => complete(actor, { ownerId: actor.id }, input, at),
};

/** The same of a file that was put into a form by somebody whom nobody knows yet. */
export const completeFormUpload = (formId: string, input: Input): Promise<Completed> =>
  complete(systemActor, { formId }, input);
