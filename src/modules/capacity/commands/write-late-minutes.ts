import { explainTicketOf, type Metric } from "@/modules/sla";
import { nowMs } from "@/platform/clock";
import { bulk, db, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { delayPartsOf } from "../queries/delay";

type Late = { ticket_id: string; metric: Metric; ended_at: Date };

/**
 * Broken promises that are over and not written down; a reply not mailed yet is not over. The newest
 * first: one whose clock is out of date waits to be read anew and holds no other up.
 */
const lateSince = (since: Date): Promise<Late[]> =>
  db.write.rows<Late>(sql`
    select clock.ticket_id, clock.metric, clock.ended_at
    from sla_clocks clock join tickets on tickets.id = clock.ticket_id
    where clock.state = 'breached' and clock.ended_at > ${since} and not tickets.synthetic
      and not exists (
        select 1 from late_minutes
        where late_minutes.ticket_id = clock.ticket_id and late_minutes.metric = clock.metric
          and late_minutes.ended_at = clock.ended_at)
      and not exists (
        select 1 from outgoing_mails
        where outgoing_mails.ticket_id = clock.ticket_id and outgoing_mails.kind = 'reply'
          and outgoing_mails.created_at >= clock.ended_at and outgoing_mails.state = 'waiting')
    order by clock.ended_at desc limit ${raw(String(limits.lateBatchRows))}`);

async function rowOf({ ticket_id, metric, ended_at }: Late): Promise<unknown[] | null> {
  const { clocks } = await explainTicketOf(ticket_id);
  const clock = clocks.find((each) => each.metric === metric);
  // Read anew since: what it says then is written down then.
  if (clock === undefined || clock.endedAt !== ended_at.toISOString()) return null;
  const { mail, queue, slowness, routing, person } = await delayPartsOf(ticket_id, clock);
  return [ticket_id, metric, ended_at, mail, queue, slowness, routing, person];
}

/** Writes down where the minutes of late promises went, a bounded number at a time. */
export async function writeLateMinutes(): Promise<void> {
  const since = new Date(nowMs() - limits.lateLookBackMs);
  const rows: unknown[][] = [];
  for (const late of await lateSince(since)) {
    const row = await rowOf(late);
    if (row !== null) rows.push(row);
  }
  if (rows.length === 0) return;
  await db.write.rows(sql`
    insert into late_minutes (ticket_id, metric, ended_at, mail_ms, queue_ms, slowness_ms,
      routing_ms, person_ms)
    values ${bulk(rows)}
    on conflict do nothing`);
}
