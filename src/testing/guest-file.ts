import { formStamp } from "@/modules/conversations";
import { requestFormUpload } from "@/modules/files";
import { systemActor } from "@/platform/auth/actor";
import { nowMs } from "@/platform/clock";
import { fileStorage } from "@/platform/storage/configured";
import { aCommandId } from "./builders";

/** A form for somebody without an account, as the page makes it. */
export function aGuestForm() {
  const formId = aCommandId();
  return { formId, stamp: formStamp(formId, nowMs() - 60_000) };
}

async function* chunks(bytes: Uint8Array) {
  yield bytes;
}

/** A file that somebody has put into such a form, and that nobody has looked into yet. */
export async function aGuestFile(
  form = aGuestForm(),
  { name = "notes.txt", bytes = Buffer.from("words") }: { name?: string; bytes?: Buffer } = {},
) {
  const { attachmentId } = await requestFormUpload.execute(systemActor, {
    ...{ commandId: aCommandId(), formId: form.formId },
    ...{ name, type: "", bytes: bytes.length },
  });
  await fileStorage().local?.write(`incoming/${attachmentId}`, bytes.length, chunks(bytes));
  return { ...form, attachmentId };
}
