import { actorById } from "@/modules/identity";
import { db, sql } from "@/platform/database";
import { env } from "@/platform/env";
import { AppError } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { rateLimiter } from "@/platform/ratelimit";
import { callerAddress } from "@/trpc/guards";
import { readOpinion } from "../rules/rating";
import { rateSchema } from "../schema";
import { readRatingToken } from "../steps/link";
import { rate } from "./rate";

type Headers = { get(name: string): string | null };

/** Who asked, as they are now; nobody else can rate by this link. */
async function requesterOf(ticketId: string) {
  const [row] = await db.write.rows<{ requester_id: string }>(sql`
    select requester_id from tickets join users on users.id = tickets.requester_id
    where tickets.id = ${ticketId} and not tickets.synthetic and users.suspended_at is null`);
  return row === undefined ? null : actorById(row.requester_id);
}

const textOf = (form: FormData, name: string) => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};

/**
 * Votes by a link that we signed: only by a form that somebody sends, never by opening it.
 * @throws AppError `link_expired`, `rating_closed`, `invalid_input`, `rate_limited`
 */
export async function rateByLink(headers: Headers, form: FormData): Promise<void> {
  const hops = Math.max(1, env().PROXY_HOPS);
  const address = callerAddress(headers.get("x-forwarded-for") ?? undefined, undefined, hops);
  await rateLimiter({
    name: "rating",
    pointsMax: limits.ratingVotesPerAddressMax,
    windowMs: limits.ratingVotesWindowMs,
  }).consume(address);
  const rated = readRatingToken(textOf(form, "token"));
  const opinion = readOpinion(form.get("rating"));
  const requester = rated === null ? null : await requesterOf(rated.ticketId);
  if (rated === null || requester === null) throw new AppError("link_expired");
  const given = rateSchema.safeParse({
    commandId: newId(),
    ticketId: rated.ticketId,
    resolutionAt: rated.resolutionAt.toISOString(),
    isGood: opinion === "good",
    comment: textOf(form, "comment"),
  });
  if (!given.success || opinion === null)
    throw new AppError("invalid_input", {
      detail: { field: opinion === null ? "rating" : "comment" },
    });
  await rate.execute(requester, given.data);
}
