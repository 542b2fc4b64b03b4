import * as z from "zod";
import { raw } from "@/platform/database";
import { decryptText } from "./secrecy";

export type MailState = "waiting" | "sent" | "failed";

export type MailRow = {
  id: string;
  kind: string;
  recipient: string;
  cc: string[];
  bcc: string[];
  from_name: string | null;
  from_address: string | null;
  reply_to: string | null;
  subject: string;
  body_text: string;
  body_html: string;
  encrypted: boolean;
  message_id: string;
  in_reply_to: string | null;
  thread: string[];
  automatic: "auto-generated" | "auto-replied" | null;
  files: unknown;
  ticket_id: string | null;
  sender_id: string | null;
  state: MailState;
  attempts: number;
  fault: string | null;
  created_at: Date;
  sent_at: Date | null;
};

export const mailColumns = raw(
  `id, kind, recipient, cc, bcc, from_name, from_address, reply_to, subject, body_text, body_html,
  encrypted, message_id, in_reply_to, thread, automatic, files, ticket_id, sender_id, state, attempts,
  fault, created_at, sent_at`,
);

/** A file that goes with a mail; with a `cid` it is shown where the text names it. */
export const mailFileSchema = z.object({
  key: z.string(),
  name: z.string(),
  type: z.string(),
  cid: z.string().nullable(),
});
export type MailFile = z.output<typeof mailFileSchema>;

/** What a mail says, unlocked. */
export function bodiesOfRow(row: Pick<MailRow, "id" | "body_text" | "body_html" | "encrypted">): {
  text: string;
  html: string;
} {
  if (!row.encrypted) return { text: row.body_text, html: row.body_html };
  return {
    text: decryptText(row.body_text, `${row.id}.text`),
    html: decryptText(row.body_html, `${row.id}.html`),
  };
}
