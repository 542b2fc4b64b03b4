import { setImmediate } from "node:timers/promises";
import { nowMs } from "@/platform/clock";
import { bulk, db, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import type { Waited } from "../rules/weather/backlog";
import { type Weather, weatherOf } from "../rules/weather/weather";

type Row = {
  team_id: string | null;
  asked_at: Date;
  replied_at: Date | null;
  gone_at: Date | null;
};

const sampleRows = raw(String(limits.weatherSampleRows));

/** One in how many tickets is read: as few as there are rows for. */
async function oneIn(since: Date): Promise<number> {
  const [row] = await db.read.rows<{ tickets: number | null }>(sql`
    select sum(tickets)::int as tickets from arrival_hours where at >= ${since}`);
  return Math.max(1, Math.ceil((row?.tickets ?? 0) / limits.weatherSampleRows));
}

/**
 * Customers' tickets with their first reply. A ticket that an agent opened, one that was merged away
 * and one of a probe tell nothing of waiting; a held reply has not been given.
 */
const ticketsSince = (since: Date, every: number) =>
  db.read.rows<Row>(sql`
    select tickets.team_id, tickets.created_at as asked_at, reply.created_at as replied_at,
      coalesce(tickets.resolved_at, tickets.closed_at) as gone_at
    from tickets
      join users requester on requester.id = tickets.requester_id
      left join lateral (
        select ticket_messages.created_at
        from ticket_messages join users author on author.id = ticket_messages.author_id
        where ticket_messages.ticket_id = tickets.id
          and ticket_messages.created_at > tickets.created_at
          and ticket_messages.created_at <= tickets.last_message_at
          and ticket_messages.kind = 'reply' and ticket_messages.state <> 'held'
          and author.role <> 'customer'
        order by ticket_messages.created_at limit 1) as reply on true
    where tickets.created_at > ${since} and not tickets.synthetic and tickets.merged_into is null
      and requester.role = 'customer'
      and exists (
        select 1 from ticket_messages question
        where question.ticket_id = tickets.id and question.created_at = tickets.first_message_at
          and question.author_id = tickets.requester_id)
      and (${every} = 1 or hashtext(tickets.id::text) % ${every} = 0)
    order by tickets.created_at desc limit ${sampleRows}`);

const waitedOf = ({ asked_at, replied_at, gone_at }: Row): Waited => ({
  askedMs: asked_at.getTime(),
  repliedMs: replied_at?.getTime() ?? null,
  goneMs: replied_at === null ? (gone_at?.getTime() ?? null) : null,
});

/** Reads off recent first replies how long one takes now: for everybody, for each team, for no team. */
export async function writeWeather(): Promise<void> {
  const atMs = nowMs();
  const since = new Date(atMs - limits.weatherLookBackMs);
  const every = await oneIn(since);
  const queues = new Map<string, Waited[]>([["all", []]]);
  for (const row of await ticketsSince(since, every)) {
    const waited = waitedOf(row);
    for (const queue of ["all", row.team_id ?? "none"]) {
      const known = queues.get(queue);
      if (known !== undefined) known.push(waited);
      else if (queues.size < limits.weatherQueuesMax) queues.set(queue, [waited]);
    }
  }
  const read: [string, Weather][] = [];
  for (const [queue, tickets] of queues) {
    read.push([queue, weatherOf(tickets, atMs)]);
    // Other jobs of this worker go on between two queues.
    await setImmediate();
  }
  const at = new Date(atMs);
  const rows = read.map(([queue, weather]) => [
    queue,
    at,
    weather.backlog * every,
    weather.msP50,
    weather.msP90,
    weather.tried,
    weather.underP50,
    weather.underP90,
  ]);
  await db.write.rows(sql`
    insert into queue_weather (queue, at, backlog, ms_p50, ms_p90, tried, under_p50, under_p90)
    values ${bulk(rows)}
    on conflict (queue) do update set at = excluded.at, backlog = excluded.backlog,
      ms_p50 = excluded.ms_p50, ms_p90 = excluded.ms_p90, tried = excluded.tried,
      under_p50 = excluded.under_p50, under_p90 = excluded.under_p90
    where queue_weather.at < excluded.at`);
}
