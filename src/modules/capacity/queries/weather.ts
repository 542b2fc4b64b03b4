import { nowMs } from "@/platform/clock";
import { db, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";

export type QueueWeather = {
  /** A team's name; null for all tickets together. */
  team: string | null;
  backlog: number;
  msP50: number;
  msP90: number;
  /** What the words rest on. */
  tried: number;
  underP50: number;
  underP90: number;
  at: string;
};

type Row = Omit<QueueWeather, "at"> & { at: Date };

const fresh = () => new Date(nowMs() - limits.weatherFreshMs);
const queuesMax = raw(String(limits.weatherQueuesMax));

/** How long a first reply takes now in one's own teams, or for all tickets where one has none. */
export async function queueWeather(personId: string): Promise<{ queues: QueueWeather[] }> {
  const rows = await db.read.rows<Row>(sql`
    select teams.name as team, queue_weather.backlog, queue_weather.ms_p50 as "msP50",
      queue_weather.ms_p90 as "msP90", queue_weather.tried,
      queue_weather.under_p50 as "underP50", queue_weather.under_p90 as "underP90",
      queue_weather.at
    from queue_weather left join teams on teams.id::text = queue_weather.queue
    where queue_weather.at > ${fresh()} and queue_weather.ms_p50 is not null
      and queue_weather.ms_p90 is not null
      and (queue_weather.queue = 'all' or queue_weather.queue in (
        select team_id::text from team_members where user_id = ${personId}))
    order by queue_weather.queue = 'all', teams.name limit ${queuesMax}`);
  const own = rows.filter(({ team }) => team !== null);
  const shown = own.length > 0 ? own : rows;
  return { queues: shown.map((row) => ({ ...row, at: row.at.toISOString() })) };
}

export type ReplyWeather = { msP50: number; msP90: number };

/** The same for who asks: of all tickets, for theirs has no team yet. Null where nothing can be said. */
export async function replyWeather(): Promise<{ weather: ReplyWeather | null }> {
  const [weather] = await db.read.rows<ReplyWeather>(sql`
    select ms_p50 as "msP50", ms_p90 as "msP90" from queue_weather
    where queue = 'all' and at > ${fresh()} and ms_p50 is not null and ms_p90 is not null`);
  return { weather: weather ?? null };
}
