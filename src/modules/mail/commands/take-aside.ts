import { sideForUpdate, speakAside } from "@/modules/conversations";
import { noteBrought } from "@/modules/files";
import { systemActor } from "@/platform/auth/actor";
import type { CommandTx } from "@/platform/command";
import { sideOfMail } from "../queries/find-side";
import { type LetterFiles, letterBody } from "../queries/letter-body";
import type { ReadMail } from "../queries/read-mail";
import type { StoredMail } from "../queries/stored-mail";
import { whyForged } from "../rules/decision";
import type { SenderVerdict } from "../rules/sender-verdict";
import type { Noted } from "../steps/note-mail";

type Letter = {
  stored: StoredMail;
  mail: ReadMail;
  files: LetterFiles;
  verdict: SenderVerdict | null;
};
type Outcome = Pick<Noted, "state" | "outcome" | "reason" | "ticketId" | "messageRowId">;

/**
 * Puts a letter that answers a side conversation into it: whoever wrote it becomes nobody's customer,
 * and the ticket's own conversation stays as it is. null: it answers none.
 */
export async function takeAside(
  tx: CommandTx,
  now: Date,
  { stored, mail, files, verdict }: Letter,
): Promise<Outcome | null> {
  const sideId = await sideOfMail(tx, mail, stored.envelope_to);
  const side = sideId === null ? null : await sideForUpdate(tx, sideId);
  if (side === null) return null;
  // Whoever answers there speaks for somebody whom we asked.
  const forged = whyForged({
    verdict,
    released: stored.released_by !== null,
    thread: { mayWrite: true },
  });
  if (forged !== null) return { state: "suspended", reason: forged };
  // Its files are kept as those of whoever asked.
  const owner = { ...systemActor, id: side.openedBy };
  const kept = files.kept.map(({ file }) => file);
  await noteBrought(tx, owner, kept, now);
  const { html, text } = letterBody(mail, files);
  const address = mail.from?.address ?? side.address;
  const { messageId } = await speakAside(tx, {
    side,
    by: { address, name: mail.from?.name || address },
    body: { html, text },
    files: { owner, ids: kept.map(({ id }) => id) },
    at: now,
  });
  const { ticketId } = side;
  const reason = "It answers a side conversation.";
  return { state: "decided", outcome: "reply", reason, ticketId, messageRowId: messageId };
}
