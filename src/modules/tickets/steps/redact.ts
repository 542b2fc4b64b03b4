import { type FieldValues, fieldDefinitions } from "@/modules/fields";
import { raw, sql, type Transaction } from "@/platform/database";
import { limits } from "@/platform/limits";

type Change = (text: string) => string;
type ChangeJson = (value: unknown) => unknown;

const mergedMax = raw(String(limits.asideRows * limits.mergeTicketsMax));

/** A ticket and those that were merged into it: their rows can still say what its messages said. */
export async function ticketsOfConversation(
  tx: Transaction,
  ticket: { id: string; number: number },
): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    select id from tickets where merged_into = ${ticket.number} order by id limit ${mergedMax}
    for no key update`);
  return [ticket.id, ...rows.map((row) => row.id)];
}

type Words = { id: string; subject: string; last_words: string; fields: FieldValues };

/** Texts of custom fields; what one chose from a list is not anybody's words. */
function changeFields(fields: FieldValues, texts: readonly string[], change: Change): FieldValues {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key,
      typeof value === "string" && texts.includes(key) ? change(value) : value,
    ]),
  );
}

/** Changes subjects, last words and custom fields of tickets; an empty subject cannot be. */
export async function changeTicketWords(
  tx: Transaction,
  ticketIds: readonly string[],
  change: Change,
): Promise<void> {
  const rows = await tx.rows<Words>(sql`
    select id, subject, last_words, fields from tickets where id = any(${ticketIds}::uuid[])`);
  const texts = (await fieldDefinitions(tx)).flatMap(({ key, type }) =>
    type === "text" ? [key] : [],
  );
  for (const row of rows) {
    const subject = change(row.subject).slice(0, limits.subjectCharsMax);
    const words = change(row.last_words).slice(0, limits.lastWordsCharsMax);
    const fields = JSON.stringify(changeFields(row.fields, texts, change));
    await tx.rows(sql`
      update tickets set subject = ${subject}, last_words = ${words}, fields = ${fields}
      where id = ${row.id}`);
  }
}

/** Changes what the histories and timed notes of tickets say; `token` is in lower case. */
export async function changeHistories(
  tx: Transaction,
  ticketIds: readonly string[],
  token: string,
  change: { text: Change; json: ChangeJson },
): Promise<void> {
  const entries = await tx.rows<{ id: string; created_at: Date; detail: unknown }>(sql`
    select id, created_at, detail from activity_logs
    where ticket_id = any(${ticketIds}::uuid[]) and strpos(lower(detail::text), ${token}) > 0`);
  for (const { id, created_at, detail } of entries)
    await tx.rows(sql`
      update activity_logs set detail = ${JSON.stringify(change.json(detail))}
      where id = ${id} and created_at = ${created_at}`);
  const notes = await tx.rows<{ id: string; note: string }>(sql`
    select id, note from ticket_times
    where ticket_id = any(${ticketIds}::uuid[]) and strpos(lower(note), ${token}) > 0`);
  for (const { id, note } of notes)
    await tx.rows(sql`
      update ticket_times set note = ${change.text(note).slice(0, limits.timeNoteCharsMax)}
      where id = ${id}`);
}
