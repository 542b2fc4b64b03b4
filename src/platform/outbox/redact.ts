import { raw, sql, type Transaction } from "@/platform/database";

const batchRows = 200;
const batch = raw(String(batchRows));

/**
 * Changes what the events of some tickets say, published or not, a bounded batch at a time; and what
 * events of no ticket say that have the word (`token`, in lower case) in them.
 */
export async function changeEvents(
  tx: Transaction,
  ticketIds: readonly string[],
  token: string | null,
  change: (payload: unknown) => unknown,
): Promise<void> {
  const others =
    token === null
      ? sql`false`
      : sql`(ticket_id is null and strpos(lower(payload::text), ${token}) > 0)`;
  let after = 0;
  for (;;) {
    const rows = await tx.rows<{ id: string; seq: number; payload: unknown }>(sql`
      select id, seq, payload from outbox
      where (ticket_id = any(${ticketIds}::uuid[]) or ${others}) and seq > ${after}
      order by seq limit ${batch}`);
    for (const { id, payload } of rows) {
      const before = JSON.stringify(payload);
      const changed = JSON.stringify(change(payload));
      if (changed !== before)
        await tx.rows(sql`update outbox set payload = ${changed} where id = ${id}`);
    }
    if (rows.length < batchRows) return;
    after = rows.at(-1)?.seq ?? after;
  }
}
