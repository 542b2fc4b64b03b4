import { showSatisfaction, ticketForUpdate } from "@/modules/tickets";
import { command } from "@/platform/command";
import { sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { ratesUntil, satisfactionOf } from "../rules/rating";
import { rateSchema } from "../schema";

const spans = { openMs: limits.ratingOpenMs, changeMs: limits.ratingChangeMs };

type Kept = { rated_at: Date | null };

/**
 * Says what its requester thinks of one resolution of a ticket; said again within a week it is what
 * they think now. Who asks holds a link that we signed, or is signed in as the requester.
 * @throws AppError `rating_closed` when it is too late.
 */
export const rate = command("satisfaction.rate", rateSchema, async (tx, { actor, now }, input) => {
  const { ticketId, isGood, comment } = input;
  const resolutionAt = new Date(input.resolutionAt);
  const ticket = await ticketForUpdate(tx, actor, ticketId);
  // What lies in the trash counts nowhere, and is asked about by nobody.
  if (ticket.requesterId !== actor.id || ticket.synthetic) throw new AppError("ticket_not_found");
  const kept = await tx.first<Kept>(sql`
    select rated_at from satisfaction_ratings
    where ticket_id = ${ticketId} and resolution_at = ${resolutionAt} for update`);
  const ratedAt = kept?.rated_at ?? null;
  if (ratesUntil({ resolutionAt, ratedAt }, spans) <= now) throw new AppError("rating_closed");
  await tx.rows(sql`
    insert into satisfaction_ratings (id, ticket_id, resolution_at, requester_id, agent_id,
      team_id, is_good, comment, rated_at, changed_at)
    values (${newId(now.getTime())}, ${ticketId}, ${resolutionAt}, ${actor.id},
      ${ticket.assigneeId}, ${ticket.teamId}, ${isGood}, ${comment}, ${now}, ${now})
    on conflict (ticket_id, resolution_at) do update set is_good = excluded.is_good,
      comment = excluded.comment, changed_at = excluded.changed_at,
      rated_at = coalesce(satisfaction_ratings.rated_at, excluded.rated_at),
      agent_id = case when satisfaction_ratings.rated_at is null then excluded.agent_id
        else satisfaction_ratings.agent_id end,
      team_id = case when satisfaction_ratings.rated_at is null then excluded.team_id
        else satisfaction_ratings.team_id end`);
  // The last resolution that was rated speaks for the ticket.
  const latest = await tx.first<{ is_good: boolean }>(sql`
    select is_good from satisfaction_ratings
    where ticket_id = ${ticketId} and rated_at is not null
    order by resolution_at desc limit 1`);
  const shown = satisfactionOf(latest?.is_good ?? isGood);
  await showSatisfaction(tx, { actor, now }, ticket, shown);
  return { ticketId, isGood };
});
