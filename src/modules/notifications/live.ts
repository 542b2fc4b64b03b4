import type { TicketRow } from "@/modules/tickets/client";
import type { LiveEvent } from "@/platform/realtime/wire";
import { isNumber, isRecord, isText, rowOfEvent } from "@/platform/shape";
import type { NotificationView } from "./schema";

export type InboxPage = {
  rows: readonly NotificationView[];
  /** Where the next page starts; null after the last row. */
  next: string | null;
  asOf: number;
};

type Changed = { row: NotificationView; listed: boolean; alert: boolean };

function isChanged(payload: unknown): payload is Changed {
  if (!isRecord(payload) || !isRecord(payload.row) || !isRecord(payload.row.ticket)) return false;
  const { listed, alert } = payload;
  return (
    isText(payload.row.id) &&
    isNumber(payload.row.version) &&
    isText(payload.row.ticket.id) &&
    typeof listed === "boolean" &&
    typeof alert === "boolean"
  );
}

/** What an event says of a row of the inbox; null for events of something else. */
export function changeOf(event: LiveEvent): Changed | null {
  if (event.name !== "notification.changed" || !isChanged(event.payload)) return null;
  return event.payload;
}

const newestFirst = (one: NotificationView, other: NotificationView) =>
  one.at > other.at ? -1 : one.at < other.at ? 1 : one.id > other.id ? -1 : 1;

/** The ticket's facts may come from either room: the newer ones stay. */
const withNewerTicket = (row: NotificationView, known: NotificationView | undefined) =>
  known !== undefined && known.ticket.version > row.ticket.version
    ? { ...row, ticket: known.ticket }
    : row;

/** What an event does to the inbox that is on the screen. */
export function applyToInbox<State extends InboxPage>(page: State, event: LiveEvent): State {
  const asOf = Math.max(page.asOf, event.position);
  const changed = changeOf(event);
  if (changed === null) {
    const ticket = rowOfEvent<TicketRow>(event);
    return { ...page, rows: ticket === null ? page.rows : retold(page.rows, ticket), asOf };
  }
  const { row, listed } = changed;
  const known = page.rows.find((one) => one.id === row.id);
  if (known !== undefined && known.version > row.version) return { ...page, asOf };
  const others = page.rows.filter((one) => one.id !== row.id);
  const last = page.rows.at(-1);
  const beyond = page.next !== null && last !== undefined && newestFirst(row, last) > 0;
  const rows =
    listed && !beyond ? [...others, withNewerTicket(row, known)].sort(newestFirst) : others;
  return { ...page, rows, asOf };
}

function retold(rows: readonly NotificationView[], ticket: TicketRow): NotificationView[] {
  const { id, number, subject, status, version } = ticket;
  const requesterName = ticket.requester.name;
  return rows.map((row) =>
    row.ticket.id === id && row.ticket.version <= version
      ? { ...row, ticket: { id, number, subject, status, version, requesterName } }
      : row,
  );
}
