import { sql, type Transaction } from "@/platform/database";
import { limits } from "@/platform/limits";
import { lastWords } from "../rules/last-words";

export type ConversationFacts = {
  firstMessageAt: Date;
  lastMessageAt: Date;
  lastWords: string;
  /** Since when the customer waits for an answer; null when we spoke last. */
  waitingSince: Date | null;
};

type Found = {
  messages: number;
  first_at: Date | null;
  last_at: Date | null;
  last_text: string | null;
  waits_at: Date | null;
};

/**
 * What a ticket's columns say of its messages, read from them after they moved. Null when none is
 * left. Held ones are not spoken yet.
 */
export async function conversationFacts(
  tx: Transaction,
  ticketId: string,
): Promise<ConversationFacts | null> {
  const found = await tx.first<Found>(sql`
    with said as (
      select ticket_messages.created_at, ticket_messages.id, ticket_messages.kind,
        author.role = 'customer' as theirs
      from ticket_messages join users author on author.id = ticket_messages.author_id
      where ticket_messages.ticket_id = ${ticketId} and ticket_messages.state <> 'held'
    )
    select count(*)::int as messages, min(created_at) as first_at, max(created_at) as last_at,
      min(created_at) filter (where kind = 'reply' and theirs and created_at > coalesce(
        (select max(created_at) from said where kind = 'reply' and not theirs),
        '-infinity'::timestamptz)) as waits_at,
      (select body_text from ticket_messages where ticket_id = ${ticketId}
        and kind = 'reply' and state <> 'held'
        order by created_at desc, id desc limit 1) as last_text
    from said`);
  if (found === undefined || found.first_at === null || found.last_at === null) return null;
  const words = lastWords(found.last_text ?? "", limits.lastWordsCharsMax);
  return {
    firstMessageAt: found.first_at,
    lastMessageAt: found.last_at,
    lastWords: words === "" && found.last_text !== null ? "Files" : words,
    waitingSince: found.waits_at,
  };
}
