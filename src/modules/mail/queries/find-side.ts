import type { Reader } from "@/platform/database";
import { sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { replySigners } from "@/platform/mailer";
import { replyTarget } from "../rules/reply-address";
import type { ReadMail } from "./read-mail";

/** The side conversation that an address names, which only those have whom we wrote to in it. */
function namedBy(mail: ReadMail, envelopeTo: readonly string[]): string | null {
  const signers = replySigners();
  const addresses = [...mail.to, ...mail.cc].slice(0, limits.mailRecipientsMax);
  for (const address of [...envelopeTo, ...addresses.map((one) => one.address)]) {
    const target = replyTarget(address, signers);
    if (target?.kind === "side") return target.id;
  }
  return null;
}

/**
 * The side conversation that a letter answers: by the address it was sent to, whoever it passed it on
 * to; or by the Message-ID of a mail of ours, if it comes from whom we asked.
 */
export async function sideOfMail(
  on: Reader,
  mail: ReadMail,
  envelopeTo: readonly string[],
): Promise<string | null> {
  const named = namedBy(mail, envelopeTo);
  const answered = [mail.inReplyTo ?? [], mail.references.slice(-limits.mailReferencesMax)].flat();
  if (named === null && answered.length === 0) return null;
  const sender = mail.from?.address ?? "";
  const [row] = await on.rows<{ id: string }>(sql`
    select side.id from side_conversations side
    where side.id = ${named}::uuid or (side.address = ${sender} and side.id in (
      select side_mails.side_id from side_mails
      join outgoing_mails on outgoing_mails.id = side_mails.mail_id
      where outgoing_mails.message_id = any(${answered}::text[])))
    order by side.id = ${named}::uuid desc nulls last limit 1`);
  return row?.id ?? null;
}
