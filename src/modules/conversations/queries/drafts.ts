import { readableTickets } from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import { db, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import type { DraftView } from "../schema";
import { draftColumns, draftInList, draftJoins, type StoredDraft, toDraftViews } from "./draft-row";

export type DraftPage = {
  drafts: DraftView[];
  /** There are older ones that are not listed. */
  more: boolean;
  asOf: number;
};

type Found = StoredDraft & { as_of: number };
const isDraft = (row: Found | { ticket_id: null; as_of: number }): row is Found =>
  row.ticket_id !== null;

/** What somebody writes and has not sent, newest first. */
export async function draftPage(actor: Actor): Promise<DraftPage> {
  const found = await db.read.rows<Found | { ticket_id: null; as_of: number }>(sql`
    with page as materialized (
      select ${draftColumns} from message_drafts ${draftJoins}
      where message_drafts.person_id = ${actor.id} and ${readableTickets(actor)}
      order by message_drafts.updated_at desc, message_drafts.ticket_id desc
      limit ${raw(String(limits.draftsListedMax))}
    )
    select page.*, event_positions.last as as_of from event_positions left join page on true
    order by page.updated_at desc, page.ticket_id desc`);
  const drafts = await toDraftViews(actor, found.filter(isDraft), db.read);
  return {
    drafts: drafts.map(draftInList),
    more: drafts.length === limits.draftsListedMax,
    asOf: found[0]?.as_of ?? 0,
  };
}

/** One's own drafts for a ticket, whole. */
export async function draftsOfTicket(actor: Actor, ticketId: string): Promise<DraftView[]> {
  const rows = await db.read.rows<StoredDraft>(sql`
    select ${draftColumns} from message_drafts ${draftJoins}
    where message_drafts.person_id = ${actor.id} and message_drafts.ticket_id = ${ticketId}
      and ${readableTickets(actor)}`);
  return toDraftViews(actor, rows, db.read);
}
