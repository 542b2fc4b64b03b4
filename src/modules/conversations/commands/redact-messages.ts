import { cleanedToText, redactHtml, redactText, tokenOf } from "@/platform/content";
import { raw, sql, type Transaction } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";

type Stored = {
  id: string;
  created_at: Date;
  body_html: string;
  body_text: string;
  source: string | null;
};

const messagesAsked = raw(String(limits.redactMessagesMax + 1));

/** Takes words out of every message of a ticket, notes and held ones too, and out of its answers. */
export async function redactMessages(
  tx: Transaction,
  ticketId: string,
  words: string,
): Promise<void> {
  const token = tokenOf(words);
  const rows = await tx.rows<Stored>(sql`
    select id, created_at, body_html, body_text, source from ticket_messages
    where ticket_id = ${ticketId}
      and (strpos(lower(body_text), ${token}) > 0 or strpos(lower(body_html), ${token}) > 0
        or strpos(lower(coalesce(source, '')), ${token}) > 0)
    order by created_at, id limit ${messagesAsked}`);
  if (rows.length > limits.redactMessagesMax) throw new AppError("redact_too_wide");
  for (const row of rows) {
    const html = redactHtml(row.body_html, words);
    const text = html === row.body_html ? redactText(row.body_text, words) : cleanedToText(html);
    const source = row.source === null ? null : redactText(row.source, words);
    if (html === row.body_html && text === row.body_text && source === row.source) continue;
    await tx.rows(sql`
      update ticket_messages set body_html = ${html}, body_text = ${redactText(text, words)},
        source = ${source}
      where id = ${row.id} and created_at = ${row.created_at}`);
  }
  // The list that typing errors are corrected by keeps no word that hardly anybody else says.
  await tx.rows(sql`select search_forget_words(${words})`);
  await redactDrafts(tx, ticketId, words);
  await redactSides(tx, ticketId, words);
  const answers = await tx.rows<Omit<Stored, "source">>(sql`
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

/** What others were asked, and what they answered, as well. */
async function redactSides(tx: Transaction, ticketId: string, words: string): Promise<void> {
  const token = tokenOf(words);
  const rows = await tx.rows<Omit<Stored, "source" | "created_at">>(sql`
    select side_messages.id, side_messages.body_html, side_messages.body_text
    from side_messages join side_conversations side on side.id = side_messages.side_id
    where side.ticket_id = ${ticketId}
      and (strpos(lower(side_messages.body_text), ${token}) > 0
        or strpos(lower(side_messages.body_html), ${token}) > 0)
    order by side_messages.id limit ${messagesAsked}`);
  if (rows.length > limits.redactMessagesMax) throw new AppError("redact_too_wide");
  for (const row of rows)
    await tx.rows(sql`
      update side_messages set body_html = ${redactHtml(row.body_html, words)},
        body_text = ${redactText(row.body_text, words)}
      where id = ${row.id}`);
  const sides = await tx.rows<{ id: string; subject: string }>(sql`
    select id, subject from side_conversations
    where ticket_id = ${ticketId} and strpos(lower(subject), ${token}) > 0`);
  for (const { id, subject } of sides)
    await tx.rows(sql`
      update side_conversations set subject = ${redactText(subject, words)} where id = ${id}`);
}

type StoredDraft = { person_id: string; kind: string; body: string };

/** What somebody writes and has not sent may quote the words as well. */
async function redactDrafts(tx: Transaction, ticketId: string, words: string): Promise<void> {
  const drafts = await tx.rows<StoredDraft>(sql`
    select person_id, kind, body from message_drafts
    where ticket_id = ${ticketId} and strpos(lower(body), ${tokenOf(words)}) > 0
    limit ${messagesAsked}`);
  for (const { person_id, kind, body } of drafts)
    await tx.rows(sql`
      update message_drafts set body = ${redactText(body, words)}, version = version + 1
      where person_id = ${person_id} and ticket_id = ${ticketId} and kind = ${kind}`);
}
