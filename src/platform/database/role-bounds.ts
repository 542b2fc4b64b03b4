import pg from "pg";
import { limits } from "@/platform/limits";

/**
 * A pooler in transaction mode cannot carry what a client sets when it connects, so behind one the
 * role itself has our bounds, in this database alone. Whoever needs longer says so.
 */
export async function setRoleBounds(directUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: directUrl });
  await client.connect();
  const bounds = {
    statement_timeout: limits.statementMsMax,
    lock_timeout: limits.lockMsMax,
    idle_in_transaction_session_timeout: limits.transactionIdleMsMax,
  };
  try {
    const { rows } = await client.query<{ name: string }>("select current_database() as name");
    const database = client.escapeIdentifier(rows[0]?.name ?? "");
    for (const [name, ms] of Object.entries(bounds))
      await client.query(`alter role current_user in database ${database} set ${name} = ${ms}`);
  } finally {
    await client.end();
  }
}
