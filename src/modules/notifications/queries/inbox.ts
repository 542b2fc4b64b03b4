import * as z from "zod";
import type { TicketStatus } from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import { db, raw, type Sql, sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import type { NotificationView } from "../schema";
import { readReason } from "../steps/rows";

export const inboxInput = z.object({ after: z.string().max(400).optional() });

type Stored = {
  id: string;
  version: number;
  ticket_id: string;
  number: number;
  subject: string;
  status: TicketStatus;
  requester_name: string;
  ticket_version: number;
  reason: string;
  by_name: string | null;
  words: string;
  news: number;
  unread: boolean;
  happened_at: Date;
};
type Found = (Stored | { id: null }) & { as_of: number };
const isRow = (row: Found): row is Stored & { as_of: number } => row.id !== null;

const markSchema = z.tuple([z.iso.datetime(), z.uuid()]);
const markOf = (row: Stored) =>
  Buffer.from(JSON.stringify([row.happened_at.toISOString(), row.id])).toString("base64url");

/** @throws AppError `page_mark_invalid` */
function afterMark(mark: string | undefined): Sql {
  if (mark === undefined) return sql`true`;
  try {
    const [at, id] = markSchema.parse(JSON.parse(Buffer.from(mark, "base64url").toString("utf8")));
    return sql`(happened_at, id) < (${at}::timestamptz, ${id}::uuid)`;
  } catch (cause) {
    throw new AppError("page_mark_invalid", { cause });
  }
}

function toView(row: Stored): NotificationView {
  return {
    id: row.id,
    version: row.version,
    ticket: {
      id: row.ticket_id,
      number: row.number,
      subject: row.subject,
      status: row.status,
      requesterName: row.requester_name,
      version: row.ticket_version,
    },
    reason: readReason(row.reason),
    byName: row.by_name,
    words: row.words,
    news: row.news,
    unread: row.unread,
    at: row.happened_at.toISOString(),
  };
}

/** A page of somebody's own inbox, the newest first: one statement. */
export async function inbox(actor: Actor, { after }: z.output<typeof inboxInput>) {
  const found = await db.read.rows<Found>(sql`
    with page as materialized (
      select notifications.* from notifications
      where user_id = ${actor.id} and done_at is null and snoozed_until is null
        and ${afterMark(after)}
      order by happened_at desc, id desc limit ${raw(String(limits.notificationPageRows))}
    )
    select page.id, page.version, page.ticket_id, tickets.number, tickets.subject, tickets.status,
      requester.name as requester_name, tickets.version as ticket_version, page.reason,
      author.name as by_name, page.words, page.news, page.unread, page.happened_at,
      event_positions.last as as_of
    from event_positions
    left join page on true
    left join tickets on tickets.id = page.ticket_id
    left join users requester on requester.id = tickets.requester_id
    left join users author on author.id = page.by_id
    order by page.happened_at desc, page.id desc`);
  const rows = found.filter(isRow);
  const last = rows.at(-1);
  const next = last !== undefined && rows.length === limits.notificationPageRows;
  return { rows: rows.map(toView), next: next ? markOf(last) : null, asOf: found[0]?.as_of ?? 0 };
}
