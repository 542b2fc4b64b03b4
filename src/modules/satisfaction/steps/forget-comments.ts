import { sql, type Transaction } from "@/platform/database";

/** What somebody wrote with their ratings goes; whether it was good stays, and names nobody. */
export async function forgetComments(tx: Transaction, personId: string): Promise<void> {
  await tx.rows(sql`
    update satisfaction_ratings set comment = '' where requester_id = ${personId}`);
}
