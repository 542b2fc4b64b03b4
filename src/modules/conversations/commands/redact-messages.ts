import { cleanedToText, redactHtml, redactText, tokenOf } from "@/platform/content";
import { raw, sql, type Transaction } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";

type Stored = { id: string; created_at: Date; body_html: string; body_text: string };

const messagesAsked = raw(String(limits.redactMessagesMax + 1));

/** Takes words out of every message of a ticket, notes and held ones too, and out of its answers. */
export async function redactMessages(
  tx: Transaction,
  ticketId: string,
  words: string,
): Promise<void> {
  const token = tokenOf(words);
  const rows = await tx.rows<Stored>(sql`
    select id, created_at, body_html, body_text from ticket_messages
    where ticket_id = ${ticketId}
      and (strpos(lower(body_text), ${token}) > 0 or strpos(lower(body_html), ${token}) > 0)
    order by created_at, id limit ${messagesAsked}`);
  if (rows.length > limits.redactMessagesMax) throw new AppError("redact_too_wide");
  for (const row of rows) {
    const html = redactHtml(row.body_html, words);
    const text = html === row.body_html ? redactText(row.body_text, words) : cleanedToText(html);
    if (html === row.body_html && text === row.body_text) continue;
    await tx.rows(sql`
      update ticket_messages set body_html = ${html}, body_text = ${redactText(text, words)}
      where id = ${row.id} and created_at = ${row.created_at}`);
  }
  const answers = await tx.rows<Stored>(sql`
    select id, created_at, body_html, body_text from incident_answers
    where (problem_id = ${ticketId} or id in (
        select answer_id from incident_answer_tickets where ticket_id = ${ticketId}))
      and strpos(lower(body_text), ${token}) > 0`);
  for (const row of answers)
    await tx.rows(sql`
      update incident_answers set body_html = ${redactHtml(row.body_html, words)},
        body_text = ${redactText(row.body_text, words)}
      where id = ${row.id}`);
}
