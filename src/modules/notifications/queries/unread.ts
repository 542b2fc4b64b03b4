import type { Actor } from "@/platform/auth/actor";
import { db, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";

export type Unread = {
  /** At most `unreadCountMax`: more is "999+". */
  count: number;
  /** Those in which somebody is called by name. */
  mentions: number;
  /** The numbers of their tickets: opening one of them marks it read. */
  numbers: number[];
  asOf: number;
};

/** What somebody has not looked at, counted from the rows at every asking. */
export async function unread(actor: Actor): Promise<Unread> {
  const [found] = await db.read.rows<{ numbers: number[] | null; mentions: number; as_of: number }>(
    sql`
    with page as materialized (
      select ticket_id, reason from notifications
      where user_id = ${actor.id} and unread and done_at is null and snoozed_until is null
      limit ${raw(String(limits.unreadCountMax))}
    )
    select array_agg(tickets.number::int8) as numbers,
      count(*) filter (where page.reason = 'mention')::int as mentions,
      (select last from event_positions) as as_of
    from page join tickets on tickets.id = page.ticket_id`,
  );
  const numbers = found?.numbers ?? [];
  const { mentions = 0, as_of: asOf = 0 } = found ?? {};
  return { count: numbers.length, mentions, numbers: numbers.map(Number), asOf };
}
