import { db, sql } from "@/platform/database";
import { assert } from "@/platform/errors";
import { limits } from "@/platform/limits";

/** Counts the tickets of each whole hour of a span, those without any too; synthetic ones are none. */
export async function countArrivalsOf(fromMs: number, toMs: number): Promise<void> {
  assert(toMs - fromMs <= limits.arrivalsSpanMs, "a span of arrivals has its bound");
  const [from, to] = [new Date(fromMs), new Date(toMs)];
  await db.write.rows(sql`
    insert into arrival_hours (at, tickets)
    select hours.at, coalesce(came.tickets, 0)
    from generate_series(${from}::timestamptz, ${to}::timestamptz - interval '1 hour',
        interval '1 hour') as hours (at)
      left join (
        select date_trunc('hour', created_at, 'UTC') as at, count(*)::int as tickets
        from tickets
        where created_at >= ${from} and created_at < ${to} and not synthetic
        group by 1) as came on came.at = hours.at
    on conflict (at) do update set tickets = excluded.tickets
    where arrival_hours.tickets <> excluded.tickets`);
}
