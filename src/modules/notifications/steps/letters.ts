import { bulk, sql, type Transaction } from "@/platform/database";
import { newId } from "@/platform/ids";
import type { Reason } from "../rules/reasons";

export type WaitingLetter = {
  userId: string;
  ticketId: string;
  aboutId: string;
  reason: Reason;
  byName: string | null;
  words: string;
  digest: boolean;
  dueAt: Date;
};

/**
 * Notes what is to be mailed to whom, and gives those letters that were not noted before: one thing
 * is mailed once, at the sooner time when it comes for two reasons.
 */
export async function noteLetters(
  tx: Transaction,
  letters: readonly WaitingLetter[],
  at: Date,
): Promise<WaitingLetter[]> {
  if (letters.length === 0) return [];
  const values = letters.map((letter) => [
    newId(at.getTime()),
    letter.userId,
    letter.ticketId,
    letter.aboutId,
    letter.reason,
    letter.byName,
    letter.words,
    letter.digest,
    letter.dueAt,
    letter.dueAt <= at ? at : null,
    at,
  ]);
  const noted = await tx.rows<{ user_id: string }>(sql`
    insert into notification_letters (id, user_id, ticket_id, about_id, reason, by_name, words,
      digest, due_at, sent_at, created_at)
    values ${bulk(values)}
    on conflict (user_id, about_id) do update set reason = excluded.reason,
      digest = excluded.digest, due_at = excluded.due_at, sent_at = excluded.sent_at
    where notification_letters.sent_at is null and excluded.due_at < notification_letters.due_at
    returning user_id`);
  const fresh = new Set(noted.map((row) => row.user_id));
  return letters.filter((letter) => fresh.has(letter.userId));
}

/** What somebody has read on the screen is not mailed to them later. */
export async function forgetLetters(
  tx: Transaction,
  userId: string,
  ticketIds: readonly string[],
): Promise<void> {
  await tx.rows(sql`
    delete from notification_letters
    where user_id = ${userId} and ticket_id = any(${[...ticketIds]}::uuid[]) and sent_at is null`);
}
