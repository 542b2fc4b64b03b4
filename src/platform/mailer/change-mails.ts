import { raw, sql, type Transaction } from "@/platform/database";

type Text = (text: string) => string;

const batchRows = 200;
const batch = raw(String(batchRows));

type Stored = { id: string; subject: string; body_text: string; body_html: string };

/**
 * Changes what the kept and waiting mails about some tickets say, a bounded batch at a time; and what
 * mails about several (digests) say that have the word (`token`, in lower case) in them. Mails with
 * a secret are about no ticket and stay locked.
 */
export async function changeMails(
  tx: Transaction,
  ticketIds: readonly string[],
  token: string,
  change: { text: Text; html: Text },
): Promise<void> {
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const rows = await tx.rows<Stored>(sql`
      select id, subject, body_text, body_html from outgoing_mails
      where (ticket_id = any(${ticketIds}::uuid[])
          or (ticket_id is null and strpos(lower(body_text), ${token}) > 0))
        and not encrypted and id > ${after}
      order by id limit ${batch}`);
    for (const row of rows) {
      const subject = change.text(row.subject);
      const text = change.text(row.body_text);
      const html = change.html(row.body_html);
      if (subject === row.subject && text === row.body_text && html === row.body_html) continue;
      await tx.rows(sql`
        update outgoing_mails
        set subject = ${subject}, body_text = ${text}, body_html = ${html}
        where id = ${row.id}`);
    }
    if (rows.length < batchRows) return;
    after = rows.at(-1)?.id ?? after;
  }
}
