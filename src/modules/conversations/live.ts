import type { RequestRow, TicketRow } from "@/modules/tickets/client";
import { rowOfEvent } from "@/modules/tickets/client";
import type { LiveEvent } from "@/platform/realtime/wire";
import { isRecord, isText, isTextOrNull } from "@/platform/shape";
import type { MessageView } from "./schema";

type Conversation<Row> = { row: Row; messages: MessageView[]; asOf: number };

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

/**
 * What an event does to an open conversation: the new state, or "refetch" where the event does not
 * carry enough (a long message travels without its text).
 */
function applied<Row extends TicketRow | RequestRow, State extends Conversation<Row>>(
  state: State,
  event: LiveEvent,
): State | "refetch" {
  const asOf = Math.max(state.asOf, event.position);
  if (event.name === "message.withdrawn" && isWithdrawn(event.payload)) {
    const { ticketId, messageId } = event.payload;
    if (ticketId !== state.row.id) return state;
    return { ...state, messages: state.messages.filter((one) => one.id !== messageId), asOf };
  }
  const row = rowOfEvent<Row>(event);
  if (row !== null && row.id !== state.row.id) return state;
  const newer = row !== null && row.version >= state.row.version;
  const next = newer ? { ...state, row, asOf } : { ...state, asOf };
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
