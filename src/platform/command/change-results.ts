import { sql, type Transaction } from "@/platform/database";

/**
 * Changes what commands answered, for answers that say a word: they are kept for those who ask
 * again. `token` is in lower case.
 */
export async function changeResults(
  tx: Transaction,
  token: string,
  change: (result: unknown) => unknown,
): Promise<void> {
  const rows = await tx.rows<{ id: string; result: unknown }>(sql`
    select id, result from commands
    where result is not null and strpos(lower(result::text), ${token}) > 0`);
  for (const { id, result } of rows) {
    const changed = JSON.stringify(change(result));
    if (changed === JSON.stringify(result)) continue;
    await tx.rows(sql`update commands set result = ${changed} where id = ${id}`);
  }
}
