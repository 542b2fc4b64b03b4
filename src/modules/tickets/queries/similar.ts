import * as z from "zod";
import type { Actor } from "@/platform/auth/actor";
import { db, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { readableTickets } from "../access";
import type { TicketStatus } from "../rules/words";

export const similarInput = z.object({
  subject: z.string().trim().max(limits.subjectCharsMax),
  tags: z.array(z.string().max(40)).max(30).default([]),
  /** Whose tickets count more. */
  requesterId: z.uuid().optional(),
  exceptId: z.uuid().optional(),
});

export type SimilarTicket = {
  id: string;
  number: number;
  subject: string;
  status: TicketStatus;
  requester: string;
};

const candidates = raw(String(limits.similarCandidatesMax));
const rowsMax = raw(String(limits.similarRows));
/** How alike two subjects have to be, as trigrams count it; tags and the same asker add to it. */
const alikeMin = raw("0.3");

/**
 * Tickets about the same, among the newest and those of the same requester: bounded, so that a
 * million tickets cost what a thousand do.
 */
export async function similarTickets(
  actor: Actor,
  { subject, tags, requesterId, exceptId }: z.output<typeof similarInput>,
): Promise<SimilarTicket[]> {
  if (subject.length < 3 && tags.length === 0) return [];
  return db.read.rows<SimilarTicket>(sql`
    with newest as (
      (select id, number, subject, status, tags, requester_id from tickets
        where not synthetic and merged_into is null and ${readableTickets(actor)}
        order by created_at desc, tickets.id desc limit ${candidates})
      union
      (select id, number, subject, status, tags, requester_id from tickets
        where requester_id = ${requesterId ?? null} and not synthetic and merged_into is null
        order by updated_at desc, tickets.id desc limit ${rowsMax})
    ), alike as (
      select newest.*, similarity(newest.subject, ${subject})
        + case when newest.tags && ${tags}::text[] then 0.2 else 0 end
        + case when newest.requester_id = ${requesterId ?? null} then 0.15 else 0 end as score
      from newest where newest.id is distinct from ${exceptId ?? null}
    )
    select alike.id, alike.number, alike.subject, alike.status, users.name as requester
    from alike join users on users.id = alike.requester_id
    where alike.score >= ${alikeMin}
    order by alike.score desc, alike.number desc limit ${rowsMax}`);
}
