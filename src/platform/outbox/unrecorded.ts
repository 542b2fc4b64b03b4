import { nowMs } from "@/platform/clock";
import { db, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import type { PlacedEnvelope } from "./event";
import { type OutboxRow, outboxColumns, toEnvelope } from "./log";

const batch = raw("200");

/**
 * Published events that somebody should have acted on and nobody has: no effect recorded for
 * notifications, or a mail that still waits. Old enough that a job has had its time.
 */
export async function unrecordedEvents(): Promise<PlacedEnvelope[]> {
  const before = new Date(nowMs() - limits.republishAfterMs);
  const rows = await db.write.rows<OutboxRow>(sql`
    select ${outboxColumns} from outbox
    where published_at < ${before} and published_at > ${new Date(nowMs() - limits.eventLogMs)}
      and (
        (name in ('ticket.created', 'message.added') and not exists (
          select 1 from effects where effects.event_id = outbox.id))
        or (name = 'mail.queued' and exists (
          select 1 from outgoing_mails where outgoing_mails.id = (outbox.payload->>'mailId')::uuid
            and outgoing_mails.state = 'waiting' and outgoing_mails.attempts = 0)))
    order by position limit ${batch}`);
  return rows.map(toEnvelope);
}
