import type { Actor } from "@/platform/auth/actor";
import { db, sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import type { MessageView } from "../schema";
import {
  beforeMark,
  type MessageBounds,
  markOf,
  messageRows,
  messagesOf,
  messageViews,
  readMark,
} from "./message-page";
import type { StoredMessage } from "./row";

/** Which part of a conversation: next to what is shown, around one message, or where it began. */
export type SpanPlace =
  | { before: string; large?: boolean | undefined }
  | { after: string; large?: boolean | undefined }
  | { around: string; large?: boolean | undefined }
  | { first: true };

export type MessageSpan = {
  /** Oldest first, as they are read. */
  messages: MessageView[];
  /** Where the messages before these end, and those after them begin; null where there are none. */
  older: string | null;
  newer: string | null;
  /** The time that it covers, for what else happened then; null is open. */
  from: string | null;
  until: string | null;
};

type Row = StoredMessage<string>;
type Mark = readonly [at: Date, id: string];

const fromMark = ([at, id]: Mark) =>
  sql`(ticket_messages.created_at, ticket_messages.id) >= (${at}, ${id}::uuid)`;
const afterMark = ([at, id]: Mark) =>
  sql`(ticket_messages.created_at, ticket_messages.id) > (${at}, ${id}::uuid)`;

const endOf = (rows: readonly Row[], rowsMax: number) =>
  rows.length < rowsMax ? null : (rows.at(-1) ?? null);

async function spanOf(
  { older, newer }: { older: readonly Row[]; newer: readonly Row[] },
  ends: { older: Row | null; newer: Row | null },
): Promise<MessageSpan> {
  const views = await messageViews([...[...older].reverse(), ...newer]);
  return {
    messages: views,
    older: ends.older && markOf(ends.older),
    newer: ends.newer && markOf(ends.newer),
    from: ends.older?.created_at ?? null,
    until: ends.newer?.created_at ?? null,
  };
}

/** The time and id of a message that the actor may read. */
async function placeOf(actor: Actor, bounds: MessageBounds, messageId: string): Promise<Mark> {
  const [row] = await db.read.rows<{ id: string; created_at: Date }>(sql`
    select ticket_messages.id, ticket_messages.created_at from ticket_messages
    where ticket_messages.id = ${messageId}::uuid and ${messagesOf({ actor, bounds })}`);
  if (row === undefined) throw new AppError("message_not_found");
  return [row.created_at, row.id];
}

/**
 * A bounded part of a conversation, read from either side. The caller has checked the ticket.
 * @throws AppError `message_not_found`, alike for absent and forbidden.
 */
export async function messageSpan(
  actor: Actor,
  bounds: MessageBounds,
  place: SpanPlace,
): Promise<MessageSpan> {
  const readable = { actor, bounds };
  const rowsMax =
    "large" in place && place.large === true ? limits.messageLargeRows : limits.messagePageRows;
  if ("before" in place) {
    const mark = readMark(place.before);
    const older = await messageRows(readable, beforeMark(mark), "older", rowsMax);
    const span = await spanOf({ older, newer: [] }, { older: endOf(older, rowsMax), newer: null });
    return { ...span, newer: place.before, until: mark[0].toISOString() };
  }
  if ("after" in place || "first" in place) {
    const mark = "after" in place ? readMark(place.after) : null;
    const border = mark === null ? sql`true` : afterMark(mark);
    const newer = await messageRows(readable, border, "newer", rowsMax);
    const span = await spanOf({ older: [], newer }, { older: null, newer: endOf(newer, rowsMax) });
    return mark === null || !("after" in place)
      ? span
      : { ...span, older: place.after, from: mark[0].toISOString() };
  }
  const mark = await placeOf(actor, bounds, place.around);
  const halfMax = Math.ceil(rowsMax / 2);
  const [older, newer] = await Promise.all([
    messageRows(readable, beforeMark(mark), "older", halfMax),
    messageRows(readable, fromMark(mark), "newer", halfMax),
  ]);
  return spanOf({ older, newer }, { older: endOf(older, halfMax), newer: endOf(newer, halfMax) });
}
