import { nowMs } from "@/platform/clock";
import { db, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import type { PlacedEnvelope } from "./event";
import { type OutboxRow, outboxColumns, toEnvelope } from "./log";

const batch = 200;
const literal = raw(String(batch));

/** What has a consumer that records its effect. Of the changes of tickets, those of who has them. */
const actedOn = sql`(name in ('ticket.created', 'message.added', 'conversations.mentioned',
  'identity.access_changed')
  or (name = 'ticket.updated' and (payload->'changes' @> '[{"field": "assigneeId"}]'
    or payload->'changes' @> '[{"field": "teamId"}]')))`;

type Unrecorded = { events: PlacedEnvelope[]; next: number | null };

/**
 * Published events that somebody should have acted on and nobody has recorded an effect of. Old
 * enough that a job has had its time. In pages:
 * `next` is the position that the next one comes after.
 */
export async function unrecordedEvents(about: {
  withinMs: number;
  after?: number;
}): Promise<Unrecorded> {
  const before = new Date(nowMs() - limits.republishAfterMs);
  const since = new Date(nowMs() - about.withinMs);
  const rows = await db.write.rows<OutboxRow>(sql`
    select ${outboxColumns} from outbox
    where published_at < ${before} and published_at > ${since} and position > ${about.after ?? 0}
      and ${actedOn}
      and not exists (select 1 from effects where effects.event_id = outbox.id)
    order by position limit ${literal}`);
  const last = rows.at(-1);
  const next = rows.length === batch && last !== undefined ? last.position : null;
  return { events: rows.map(toEnvelope), next };
}
