import * as z from "zod";
import { attachmentsOfMessages } from "@/modules/files";
import type { Actor } from "@/platform/auth/actor";
import { nowMs } from "@/platform/clock";
import { db, raw, sql } from "@/platform/database";
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

function readMark(mark: string): [Date, string] {
  try {
    const [at, id] = markSchema.parse(JSON.parse(Buffer.from(mark, "base64url").toString("utf8")));
    return [new Date(at), id];
  } catch (cause) {
    throw new AppError("page_mark_invalid", { cause });
  }
}

const markOf = (row: StoredMessage<string>) =>
  Buffer.from(JSON.stringify([row.created_at, row.id])).toString("base64url");

/** A held reply lies at its release, which the ticket's times do not know yet. */
function heldWindow(atMs: number): { from: Date; to: Date } {
  const dayMs = 24 * 3_600_000;
  return { from: new Date(atMs - dayMs), to: new Date(atMs + limits.sendLaterMsMax) };
}

/** A page of a conversation, the newest without a mark. The caller has checked the ticket. */
export async function messagePage(
  actor: Actor,
  bounds: MessageBounds,
  before?: string,
  rowsMax: number = limits.messagePageRows,
): Promise<MessagePage> {
  const held = heldWindow(nowMs());
  const mark = before === undefined ? undefined : readMark(before);
  const older =
    mark === undefined
      ? sql`true`
      : sql`(ticket_messages.created_at, ticket_messages.id) < (${mark[0]}, ${mark[1]}::uuid)`;
  const rows = await db.read.plainRows<StoredMessage<string>>(sql`
    select ${messageColumns} from ticket_messages ${messageJoins}
    where ticket_messages.ticket_id = ${bounds.ticketId}
      and (ticket_messages.created_at between ${bounds.firstMessageAt} and ${bounds.lastMessageAt}
        or ticket_messages.created_at between ${held.from} and ${held.to})
      and ${readableMessages(actor)} and ${older}
    order by ticket_messages.created_at desc, ticket_messages.id desc
    limit ${raw(String(rowsMax))}`);
  const files = await attachmentsOfMessages(rows.map((row) => row.id));
  const last = rows.at(-1);
  return {
    messages: rows.map((row) => toMessageView(row, files.get(row.id) ?? [])).reverse(),
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
