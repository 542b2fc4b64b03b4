import { nowMs } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { measureNames } from "../rules/readings";

const dayMs = 86_400_000;
const daysCounted = 28;

export type TodaysLoad = {
  measuredAt: string;
  daysCounted: number;
  /** Who asked in these days, and everybody who answers. */
  monthlyActiveUsers: number;
  ticketsPerDay: number;
  /** The highest of the last 24 hours; null where no process measured it. */
  connections: number | null;
  requestsPerMinute: number | null;
  kilobytesPerTicket: number | null;
  /** What agents noted as their time on a ticket, on average; null where too few did. */
  handleMinutes: number | null;
  /** How many tickets came in each hour of the day, in the reader's time zone. */
  ticketsByHour: number[];
};

type Came = { requesters: number; staff: number };

async function peopleSince(since: Date): Promise<number> {
  const [row] = await db.read.rows<Came>(sql`
    select
      (select count(distinct requester_id)::int from tickets
        where created_at > ${since} and not synthetic) as requesters,
      (select count(*)::int from users
        where role <> 'customer' and suspended_at is null and not synthetic) as staff`);
  return (row?.requesters ?? 0) + (row?.staff ?? 0);
}

async function ticketsByHour(since: Date, readerId: string): Promise<number[]> {
  const rows = await db.read.rows<{ hour: number; tickets: number }>(sql`
    select extract(hour from created_at at time zone
        (select time_zone from users where id = ${readerId}))::int as hour,
      count(*)::int as tickets
    from tickets where created_at > ${since} and not synthetic
    group by 1 order by 1 limit 24`);
  const counted = new Map(rows.map(({ hour, tickets }) => [hour, tickets]));
  return Array.from({ length: 24 }, (_, hour) => counted.get(hour) ?? 0);
}

type Peaks = { connections: number | null; requests: number | null };

async function peaksSince(since: Date): Promise<Peaks> {
  const [row] = await db.read.rows<Peaks>(sql`
    select max(connections)::float8 as connections, max(requests)::float8 as requests from (
      select sum(highest) filter (where name = 'insightdesk_sockets') as connections,
        sum(count) filter (where name = ${measureNames.response}) as requests
      from metric_samples
      where span_seconds = 60 and name in ('insightdesk_sockets', ${measureNames.response})
        and at > ${since}
      group by at) minutes`);
  return row ?? { connections: null, requests: null };
}

const enoughTickets = 20;

/** How long a ticket takes its agents, by the timers that were stopped in these days. */
async function handleMinutes(since: Date): Promise<number | null> {
  const [row] = await db.read.rows<{ tickets: number; seconds: number | null }>(sql`
    select count(distinct ticket_id)::int as tickets, sum(seconds)::float8 as seconds
    from ticket_times where started_at > ${since} and seconds is not null`);
  if (row === undefined || row.tickets < enoughTickets || row.seconds === null) return null;
  return Math.round(row.seconds / row.tickets / 6) / 10;
}

/**
 * What the database takes, by how many tickets there are; too few to divide by give nothing. Very
 * many are taken from the planner's figures: counting them would take as long as reading them.
 */
async function kilobytesPerTicket(): Promise<number | null> {
  const [row] = await db.read.rows<{ bytes: number; counted: number; estimated: number }>(sql`
    select pg_database_size(current_database())::float8 as bytes,
      (select count(*)::int from (
        select 1 from tickets where not synthetic limit ${limits.ticketsCountedMax}) counted) as counted,
      (select reltuples::float8 from pg_class where oid = 'tickets'::regclass) as estimated`);
  if (row === undefined || row.counted < 1_000) return null;
  const tickets =
    row.counted < limits.ticketsCountedMax ? row.counted : Math.max(row.counted, row.estimated);
  return Math.round(row.bytes / tickets / 100) / 10;
}

/** What this installation really carries, as the inputs of a plan. */
export async function todaysLoad(readerId: string): Promise<TodaysLoad> {
  const atMs = nowMs();
  const since = new Date(atMs - daysCounted * dayMs);
  const [people, byHour, peaks, kilobytes, handled] = await Promise.all([
    peopleSince(since),
    ticketsByHour(since, readerId),
    peaksSince(new Date(atMs - dayMs)),
    kilobytesPerTicket(),
    handleMinutes(since),
  ]);
  const tickets = byHour.reduce((sum, each) => sum + each, 0);
  return {
    measuredAt: new Date(atMs).toISOString(),
    daysCounted,
    monthlyActiveUsers: people,
    ticketsPerDay: Math.round((tickets / daysCounted) * 10) / 10,
    connections: peaks.connections,
    requestsPerMinute: peaks.requests,
    kilobytesPerTicket: kilobytes,
    handleMinutes: handled,
    ticketsByHour: byHour,
  };
}
