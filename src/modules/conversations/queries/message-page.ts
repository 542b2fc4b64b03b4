import * as z from "zod";
import { attachmentsOfMessages } from "@/modules/files";
import type { Actor } from "@/platform/auth/actor";
import { nowMs } from "@/platform/clock";
import { db, raw, type Sql, sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { readableMessages } from "../access";
import type { MessageView } from "../schema";
import { messageColumns, messageJoins, type StoredMessage, toMessageView } from "./row";

export type MessagePage = {
  /** Oldest first, as they are read. */
  messages: MessageView[];
  /** Where the page before this one (older messages) starts; null at the first message. */
  older: string | null;
};

/** Both time bounds of a ticket's messages, so that other months' partitions are not opened. */
export type MessageBounds = { ticketId: string; firstMessageAt: Date; lastMessageAt: Date };

const markSchema = z.tuple([z.iso.datetime(), z.uuid()]);

/** Where a page ends: the time and the id of the message there. */
export function readMark(mark: string): [at: Date, id: string] {
  try {
    const [at, id] = markSchema.parse(JSON.parse(Buffer.from(mark, "base64url").toString("utf8")));
    return [new Date(at), id];
  } catch (cause) {
    throw new AppError("page_mark_invalid", { cause });
  }
}

export const markOf = (row: StoredMessage<string>) =>
  Buffer.from(JSON.stringify([row.created_at, row.id])).toString("base64url");

/** A held reply lies at its release, which the ticket's times do not know yet. */
function heldWindow(atMs: number): { from: Date; to: Date } {
  const dayMs = 24 * 3_600_000;
  return { from: new Date(atMs - dayMs), to: new Date(atMs + limits.sendLaterMsMax) };
}

/** The messages of a ticket that an actor may read. */
export function messagesOf(actor: Actor, bounds: MessageBounds): Sql {
  const held = heldWindow(nowMs());
  return sql`ticket_messages.ticket_id = ${bounds.ticketId}
    and (ticket_messages.created_at between ${bounds.firstMessageAt} and ${bounds.lastMessageAt}
      or ticket_messages.created_at between ${held.from} and ${held.to})
    and ${readableMessages(actor)}`;
}

/** The messages next to a place in one direction, in the order of their distance from it. */
export function messageRows(
  where: Sql,
  direction: "older" | "newer",
  rowsMax: number,
): Promise<StoredMessage<string>[]> {
  const order = raw(direction === "older" ? "desc" : "asc");
  return db.read.plainRows<StoredMessage<string>>(sql`
    select ${messageColumns} from ticket_messages ${messageJoins}
    where ${where}
    order by ticket_messages.created_at ${order}, ticket_messages.id ${order}
    limit ${raw(String(rowsMax))}`);
}

/** The same as people read them, with their files. */
export async function messageViews(rows: readonly StoredMessage<string>[]): Promise<MessageView[]> {
  const files = await attachmentsOfMessages(rows.map((row) => row.id));
  return rows.map((row) => toMessageView(row, files.get(row.id) ?? []));
}

export const beforeMark = ([at, id]: readonly [Date, string]): Sql =>
  sql`(ticket_messages.created_at, ticket_messages.id) < (${at}, ${id}::uuid)`;

/** A page of a conversation, the newest without a mark. The caller has checked the ticket. */
export async function messagePage(
  actor: Actor,
  bounds: MessageBounds,
  before?: string,
  rowsMax: number = limits.messagePageRows,
): Promise<MessagePage> {
  const older = before === undefined ? sql`true` : beforeMark(readMark(before));
  const where = sql`${messagesOf(actor, bounds)} and ${older}`;
  const rows = await messageRows(where, "older", rowsMax);
  const last = rows.at(-1);
  return {
    messages: (await messageViews(rows)).reverse(),
    older: last !== undefined && rows.length === rowsMax ? markOf(last) : null,
  };
}

/** Whether an actor may read a message, for its files. */
export async function canReadMessage(actor: Actor, messageId: string): Promise<boolean> {
  const rows = await db.read.rows(sql`
    select ticket_messages.id from ticket_messages
    where ticket_messages.id = ${messageId} and ${readableMessages(actor)}`);
  return rows.length > 0;
}
