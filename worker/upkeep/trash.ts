import { emptyTrash } from "@/modules/conversations";
import { forgetTrashedMails } from "@/modules/mail";
import { systemActor } from "@/platform/auth/actor";
import { newId } from "@/platform/ids";

/** Tickets and mails that have been in the trash for long enough go for good. */
export async function emptyTheTrash(): Promise<void> {
  await emptyTrash.execute(systemActor, { commandId: newId() });
  await forgetTrashedMails();
}
