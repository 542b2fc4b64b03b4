import { raw, sql, type Transaction } from "@/platform/database";

const batchRows = 200;
const batch = raw(String(batchRows));

/** Changes what the events of some tickets say, published or not, a bounded batch at a time. */
export async function changeEvents(
  tx: Transaction,
  ticketIds: readonly string[],
  change: (payload: unknown) => unknown,
): Promise<void> {
  let after = 0;
  for (;;) {
    const rows = await tx.rows<{ id: string; seq: number; payload: unknown }>(sql`
      select id, seq, payload from outbox
      where ticket_id = any(${ticketIds}::uuid[]) and seq > ${after}
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
