import { sql, type Transaction } from "@/platform/database";

/**
 * Somebody opened a link that went to this address, so it is theirs. A password that was set before
 * anybody had proved it may be a stranger's: it opens nothing any more.
 */
export async function proveAddress(
  tx: Transaction,
  { userId, language }: { userId: string; language?: string | undefined },
  at: Date,
): Promise<void> {
  const before = await tx.first<{ email_verified: boolean }>(sql`
    select email_verified from users where id = ${userId} for update`);
  if (before?.email_verified === false) {
    await tx.rows(sql`
      delete from accounts where user_id = ${userId} and provider_id = 'credential'`);
    await tx.rows(sql`
      update users set email_verified = true, updated_at = ${at} where id = ${userId}`);
  }
  if (language !== undefined)
    await tx.rows(sql`
      update users set language = ${language} where id = ${userId} and language is null`);
}
