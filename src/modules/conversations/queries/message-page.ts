import * as z from "zod";
import { attachmentsOfMessages } from "@/modules/files";
import type { Actor } from "@/platform/auth/actor";
import { nowMs } from "@/platform/clock";
import { db, join, raw, type Sql, sql } from "@/platform/database";
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

type Times = { from: Date; to: Date };

/** A held reply lies at its release, which the ticket's times do not know yet. */
function heldWindow(atMs: number): Times {
  const dayMs = 24 * 3_600_000;
  return { from: new Date(atMs - dayMs), to: new Date(atMs + limits.sendLaterMsMax) };
}

/** Where messages of a ticket lie: in one stretch of time, or in two that are apart. */
function timesOf({ firstMessageAt, lastMessageAt }: MessageBounds): Times[] {
  const held = heldWindow(nowMs());
  if (lastMessageAt < held.from) return [{ from: firstMessageAt, to: lastMessageAt }, held];
  const fromMs = Math.min(firstMessageAt.getTime(), held.from.getTime());
  const toMs = Math.max(lastMessageAt.getTime(), held.to.getTime());
  return [{ from: new Date(fromMs), to: new Date(toMs) }];
}

const within = ({ from, to }: Times) => sql`ticket_messages.created_at between ${from} and ${to}`;

/** The messages of a ticket that an actor may read. */
export type Readable = { actor: Actor; bounds: MessageBounds };

const readableIn = ({ actor, bounds }: Readable, times: Times): Sql =>
  sql`ticket_messages.ticket_id = ${bounds.ticketId} and ${within(times)}
    and ${readableMessages(actor)}`;

/** The same for a statement that reads no further than one message. */
export const messagesOf = (readable: Readable): Sql => {
  const parts = timesOf(readable.bounds).map((times) => sql`(${readableIn(readable, times)})`);
  return sql`(${join(parts, " or ")})`;
};

/**
 * The messages next to a place in one direction, in the order of their distance from it. Each
 * stretch of time is read by itself and no further than is shown: for both in one condition the
 * planner reads all that was ever said and sorts it.
 */
export function messageRows(
  readable: Readable,
  border: Sql,
  direction: "older" | "newer",
  rowsMax: number,
): Promise<StoredMessage<string>[]> {
  const way = raw(direction === "older" ? "desc" : "asc");
  const nearest = sql`order by ticket_messages.created_at ${way}, ticket_messages.id ${way}
    limit ${raw(String(rowsMax))}`;
  const parts = timesOf(readable.bounds).map(
    (times) => sql`(select ticket_messages.* from ticket_messages
      where ${readableIn(readable, times)} and ${border} ${nearest})`,
  );
  return db.read.plainRows<StoredMessage<string>>(sql`
    select ${messageColumns} from (${join(parts, " union all ")}) ticket_messages ${messageJoins}
    ${nearest}`);
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
  const rows = await messageRows({ actor, bounds }, older, "older", rowsMax);
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
