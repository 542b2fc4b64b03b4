import * as z from "zod";
import { now as clockNow } from "@/platform/clock";
import { db, raw, sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";

const groupsMax = raw(String(limits.ratingGroupsMax));
const dayMs = 24 * 3_600_000;

type Counted = { rated: number; good: number };
export type Share = Counted & { key: string; name: string };

const counts = sql`count(*)::int as rated, count(*) filter (where rating.is_good)::int as good`;

/** How many said that it was good, in all, by week, by agent and by team. */
export async function satisfactionSummary({ days }: { days: number }) {
  const since = new Date(clockNow().getTime() - days * dayMs);
  // Spam and tests are in no figure, though somebody may have rated before they were found out.
  const rated = sql`from satisfaction_ratings rating join tickets on tickets.id = rating.ticket_id
    and not tickets.synthetic`;
  const within = sql`where rating.rated_at >= ${since}`;
  const [[all], [asked], weeks, agents, teams] = await Promise.all([
    db.read.rows<Counted>(sql`select ${counts} ${rated} ${within}`),
    db.read.rows<{ asked: number; answered: number }>(sql`
      select count(*)::int as asked,
        count(*) filter (where rating.rated_at is not null)::int as answered
      ${rated} where rating.asked_at >= ${since}`),
    db.read.rows<Counted & { week: string }>(sql`
      select to_char(date_trunc('week', rating.rated_at at time zone 'UTC'), 'YYYY-MM-DD') as week,
        ${counts} ${rated} ${within} group by 1 order by 1 limit ${groupsMax}`),
    db.read.rows<Share>(sql`
      select coalesce(users.id::text, '') as key, coalesce(users.name, 'Nobody') as name, ${counts}
      ${rated} left join users on users.id = rating.agent_id ${within}
      group by users.id, users.name order by rated desc, name limit ${groupsMax}`),
    db.read.rows<Share>(sql`
      select coalesce(teams.id::text, '') as key, coalesce(teams.name, 'No team') as name, ${counts}
      ${rated} left join teams on teams.id = rating.team_id ${within}
      group by teams.id, teams.name order by rated desc, name limit ${groupsMax}`),
  ]);
  return {
    all: all ?? { rated: 0, good: 0 },
    asked: asked ?? { asked: 0, answered: 0 },
    ...{ weeks, agents, teams },
  };
}

const markSchema = z.tuple([z.iso.datetime(), z.uuid()]);

function readMark(mark: string): [Date, string] {
  try {
    const [at, id] = markSchema.parse(JSON.parse(Buffer.from(mark, "base64url").toString("utf8")));
    return [new Date(at), id];
  } catch (cause) {
    throw new AppError("page_mark_invalid", { cause });
  }
}

type Row = {
  id: string;
  number: string;
  subject: string;
  requester: string;
  agent: string | null;
  is_good: boolean;
  comment: string;
  rated_at: Date;
};

/** What people wrote with their ratings, the newest first. */
export async function ratingComments({ cursor }: { cursor?: string | undefined }) {
  const mark = cursor === undefined ? null : readMark(cursor);
  const older =
    mark === null ? sql`true` : sql`(rating.rated_at, rating.id) < (${mark[0]}, ${mark[1]}::uuid)`;
  const rows = await db.read.rows<Row>(sql`
    select rating.id, tickets.number, tickets.subject, requester.name as requester,
      agent.name as agent, rating.is_good, rating.comment, rating.rated_at
    from satisfaction_ratings rating
    join tickets on tickets.id = rating.ticket_id and not tickets.synthetic
    join users requester on requester.id = rating.requester_id
    left join users agent on agent.id = rating.agent_id
    where rating.rated_at is not null and rating.comment <> '' and ${older}
    order by rating.rated_at desc, rating.id desc limit ${raw(String(limits.ratingPageRows))}`);
  const last = rows.at(-1);
  const isFull = last !== undefined && rows.length === limits.ratingPageRows;
  return {
    comments: rows.map((row) => ({
      ...{ id: row.id, subject: row.subject, requester: row.requester, agent: row.agent },
      ...{ number: Number(row.number), isGood: row.is_good, comment: row.comment },
      ratedAt: row.rated_at.toISOString(),
    })),
    next: isFull
      ? Buffer.from(JSON.stringify([last.rated_at.toISOString(), last.id])).toString("base64url")
      : null,
  };
}
