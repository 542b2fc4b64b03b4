import { sql, type Transaction } from "@/platform/database";
import { limits } from "@/platform/limits";
import { cutTo } from "../rules/plain";
import type { SenderVerdict } from "../rules/sender-verdict";

type Outcome = "new" | "reply" | "follow-up" | "bounce" | "ignore" | "duplicate";

export type Noted = {
  state: "decided" | "quarantined" | "suspended";
  outcome?: Outcome;
  reason?: string | null;
  essence?: string | null;
  messageId?: string | null;
  sender?: string | null;
  subject?: string | null;
  ticketId?: string | null;
  messageRowId?: string | null;
  /** What was found out about its sender; null where nobody asked. */
  verdict?: SenderVerdict | null;
};

const cut = (text: string | null | undefined, charsMax: number) =>
  text === null || text === undefined ? null : cutTo(text, charsMax);

/** Writes down what became of a mail; whoever calls holds its row. */
export async function noteMail(
  tx: Transaction,
  rawMailId: string,
  noted: Noted,
  at: Date,
): Promise<void> {
  await tx.rows(sql`
    update raw_mails set state = ${noted.state}, outcome = ${noted.outcome ?? null},
      reason = ${cut(noted.reason, 300)}, essence = ${noted.essence ?? null},
      message_id = ${cut(noted.messageId, 998)}, sender = ${cut(noted.sender, 320)},
      subject = ${cut(noted.subject, 300)}, ticket_id = ${noted.ticketId ?? null},
      message_row_id = ${noted.messageRowId ?? null},
      -- Who handed it over is asked for no more, and says where somebody is.
      peer = case when ${noted.state} = 'decided' then null else peer end,
      helo = case when ${noted.state} = 'decided' then null else helo end,
      sender_found = ${noted.verdict?.found ?? null},
      sender_why = ${cut(noted.verdict?.why, limits.senderWhyCharsMax)}, decided_at = ${at}
    where id = ${rawMailId}`);
}
