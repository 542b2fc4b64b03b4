import { sql, type Transaction } from "@/platform/database";

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
};

const cut = (text: string | null | undefined, charsMax: number) => text?.slice(0, charsMax) ?? null;

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
      message_row_id = ${noted.messageRowId ?? null}, decided_at = ${at}
    where id = ${rawMailId}`);
}
