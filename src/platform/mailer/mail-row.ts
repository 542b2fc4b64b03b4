import { decryptText } from "./secrecy";

export type MailRow = {
  id: string;
  kind: string;
  recipient: string;
  subject: string;
  body_text: string;
  body_html: string;
  encrypted: boolean;
  message_id: string;
  in_reply_to: string | null;
  state: "waiting" | "sent" | "failed";
  attempts: number;
  fault: string | null;
  created_at: Date;
  sent_at: Date | null;
};

/** What a mail says, unlocked. */
export function bodiesOfRow(row: MailRow): { text: string; html: string } {
  if (!row.encrypted) return { text: row.body_text, html: row.body_html };
  return {
    text: decryptText(row.body_text, `${row.id}.text`),
    html: decryptText(row.body_html, `${row.id}.html`),
  };
}
