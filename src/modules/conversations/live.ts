import type { RequestRow, TicketRow } from "@/modules/tickets/client";
import type { LiveEvent } from "@/platform/realtime/wire";
import { isNumber, isRecord, isText, isTextOrNull, rowOfEvent } from "@/platform/shape";
import type { DraftView, MessageKind, MessageView } from "./schema";

type Conversation<Row> = {
  row: Row;
  messages: MessageView[];
  asOf: number;
  /** Up to where it was fetched; absent until the first event, then `asOf` runs ahead of it. */
  settledAt?: number | undefined;
};

function hasMessage(payload: unknown): payload is { message: MessageView } {
  return (
    isRecord(payload) &&
    isRecord(payload.message) &&
    isText(payload.message.id) &&
    isText(payload.message.ticketId) &&
    isTextOrNull(payload.message.html)
  );
}

const isWithdrawn = (payload: unknown): payload is { ticketId: string; messageId: string } =>
  isRecord(payload) && isText(payload.ticketId) && isText(payload.messageId);

const inOrder = (a: MessageView, b: MessageView) =>
  a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : a.id < b.id ? -1 : 1;

function withMessage(messages: readonly MessageView[], message: MessageView): MessageView[] {
  return [...messages.filter((one) => one.id !== message.id), message].sort(inOrder);
}

const copiesOf = (row: TicketRow | RequestRow) =>
  "participantIds" in row ? row.participantIds.join() : "";

/**
 * What an event does to an open conversation: the new state, or "refetch" where the event does not
 * carry enough (a long message travels without its text).
 */
function applied<Row extends TicketRow | RequestRow, State extends Conversation<Row>>(
  state: State,
  event: LiveEvent,
): State | "refetch" {
  // What was fetched has this in it already; told late, it must not bring back what has left since.
  const settledAt = state.settledAt ?? state.asOf;
  if (event.position <= settledAt) return state;
  const asOf = Math.max(state.asOf, event.position);
  if (event.name === "message.withdrawn" && isWithdrawn(event.payload)) {
    const { ticketId, messageId } = event.payload;
    if (ticketId !== state.row.id) return state;
    const left = state.messages.filter((one) => one.id !== messageId);
    return { ...state, messages: left, settledAt, asOf };
  }
  const row = rowOfEvent<Row>(event);
  if (row !== null && row.id !== state.row.id) return state;
  // Their names are not in the event.
  if (row !== null && copiesOf(row) !== copiesOf(state.row)) return "refetch";
  // Messages came or went: the event does not carry a conversation.
  if (row !== null && event.name === "conversation.moved") return "refetch";
  const newer = row !== null && row.version >= state.row.version;
  const next = newer ? { ...state, row, settledAt, asOf } : { ...state, settledAt, asOf };
  if (!hasMessage(event.payload)) return next;
  const { message } = event.payload;
  if (message.ticketId !== state.row.id) return state;
  if (message.html === null) return "refetch";
  const known = state.messages.find((one) => one.id === message.id);
  // The held message that comes late must not take back its release.
  if (known?.state === "released" && message.state === "held") return next;
  return { ...next, messages: withMessage(state.messages, message) };
}

export const applyToTicket = applied<TicketRow, Conversation<TicketRow>>;
export const applyToRequest = applied<RequestRow, Conversation<RequestRow>>;

type Drafts = { drafts: DraftView[]; asOf: number };

const isKind = (value: unknown): value is MessageKind => value === "reply" || value === "note";

type Dropped = { ticketId: string; kind: MessageKind; version: number };

const isDropped = (payload: unknown): payload is Dropped =>
  isRecord(payload) &&
  isText(payload.ticketId) &&
  isKind(payload.kind) &&
  isNumber(payload.version);

const isDraftOf = (draft: DraftView, ticketId: string, kind: MessageKind | string) =>
  draft.ticketId === ticketId && draft.kind === kind;

const hasDraft = (payload: unknown): payload is { draft: DraftView } =>
  isRecord(payload) && isDropped(payload.draft);

/** The draft that an event says is gone; null for every other event. */
export function droppedBy(event: LiveEvent): Dropped | null {
  return event.name === "draft.dropped" && isDropped(event.payload) ? event.payload : null;
}

/** What an event does to the list of one's own drafts. */
export function applyToDrafts<State extends Drafts>(
  state: State,
  event: LiveEvent,
): State | "refetch" {
  const asOf = Math.max(state.asOf, event.position);
  const { payload } = event;
  if (event.name === "draft.saved" && hasDraft(payload)) {
    const { draft } = payload;
    const known = state.drafts.find((one) => isDraftOf(one, draft.ticketId, draft.kind));
    if (known !== undefined && known.version >= draft.version) return { ...state, asOf };
    // A room that was faster may have told of the ticket what this one does not know yet.
    if (event.position < state.asOf) return "refetch";
    const others = state.drafts.filter((one) => one !== known);
    return { ...state, drafts: [draft, ...others], asOf };
  }
  const gone = droppedBy(event);
  if (gone !== null) {
    const { ticketId, kind, version } = gone;
    const drafts = state.drafts.filter(
      (one) => !isDraftOf(one, ticketId, kind) || one.version > version,
    );
    return { ...state, drafts, asOf };
  }
  const row = rowOfEvent<TicketRow>(event);
  if (row === null || !state.drafts.some((one) => one.ticketId === row.id))
    return { ...state, asOf };
  const told = { subject: row.subject, requesterName: row.requester.name };
  const drafts = state.drafts.map((one) => (one.ticketId === row.id ? { ...one, ...told } : one));
  return { ...state, drafts, asOf };
}
