import type { Actor } from "@/platform/auth/actor";
import { now as clockNow } from "@/platform/clock";
import { db, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { type Opinion, ratesUntil } from "../rules/rating";
import { type Rated, ratingToken, readRatingToken } from "../steps/link";

const spans = { openMs: limits.ratingOpenMs, changeMs: limits.ratingChangeMs };

export type RatingView = {
  token: string;
  number: number;
  subject: string;
  opinion: Opinion | null;
  comment: string;
  /** Until when it can be said or changed. */
  until: string;
  isOpen: boolean;
};

type Row = {
  number: string;
  subject: string;
  is_good: boolean | null;
  comment: string | null;
  rated_at: Date | null;
};

async function viewOf(rated: Rated): Promise<RatingView | null> {
  const [row] = await db.write.rows<Row>(sql`
    select tickets.number, tickets.subject, rating.is_good, rating.comment, rating.rated_at
    from tickets left join satisfaction_ratings rating
      on rating.ticket_id = tickets.id and rating.resolution_at = ${rated.resolutionAt}
    where tickets.id = ${rated.ticketId} and not tickets.synthetic`);
  if (row === undefined) return null;
  const facts = { resolutionAt: rated.resolutionAt, ratedAt: row.rated_at };
  const until = ratesUntil(facts, spans);
  return {
    token: ratingToken(rated),
    number: Number(row.number),
    subject: row.subject,
    opinion: row.is_good === null ? null : row.is_good ? "good" : "bad",
    comment: row.comment ?? "",
    until: until.toISOString(),
    isOpen: until > clockNow(),
  };
}

/** What a link is about; null when it is none of ours, or its ticket is gone. */
export async function ratingOfLink(token: string): Promise<RatingView | null> {
  const rated = readRatingToken(token);
  return rated === null ? null : viewOf(rated);
}

/** What the requester of a request may say of how it was solved; null where there is nothing to say. */
export async function ratingOfRequest(
  actor: Actor,
  { ticketId }: { ticketId: string },
): Promise<{ rating: RatingView | null }> {
  const [row] = await db.write.rows<{ resolved_at: Date }>(sql`
    select resolved_at from tickets
    where id = ${ticketId} and requester_id = ${actor.id} and status in ('resolved', 'closed')
      and resolved_at is not null and merged_into is null`);
  if (row === undefined) return { rating: null };
  const rating = await viewOf({ ticketId, resolutionAt: row.resolved_at });
  return { rating: rating?.isOpen === false && rating.opinion === null ? null : rating };
}

export type GivenRating = { isGood: boolean; comment: string; ratedAt: string };

/** What was said of a ticket, for those who work on it; the newest first. */
export async function ratingsOfTicket({
  ticketId,
}: {
  ticketId: string;
}): Promise<{ ratings: GivenRating[] }> {
  const rows = await db.read.rows<{ is_good: boolean; comment: string; rated_at: Date }>(sql`
    select is_good, comment, rated_at from satisfaction_ratings
    where ticket_id = ${ticketId} and rated_at is not null
    order by resolution_at desc limit ${raw(String(limits.ratingPageRows))}`);
  return {
    ratings: rows.map((row) => ({
      isGood: row.is_good,
      comment: row.comment,
      ratedAt: row.rated_at.toISOString(),
    })),
  };
}
