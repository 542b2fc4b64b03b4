import type { TicketChannel } from "@/modules/tickets";
import { type Sql, sql } from "@/platform/database";
import type { MessageKind, MessageView } from "../schema";

/** With Dates, or plain, as an answer has it. */
export type StoredMessage<Time extends Date | string = Date> = {
  id: string;
  ticket_id: string;
  author_id: string;
  author_name: string;
  author_role: "customer" | "agent" | "admin";
  kind: MessageKind;
  state: "held" | "released" | "redacted";
  release_at: Time | null;
  release_status: "open" | "pending" | "on_hold" | "resolved" | null;
  channel: TicketChannel;
  body_html: string;
  body_text: string;
  created_at: Time;
};

export const messageColumns: Sql = sql`ticket_messages.id, ticket_messages.ticket_id,
  ticket_messages.author_id, author.name as author_name, author.role as author_role,
  ticket_messages.kind, ticket_messages.state, ticket_messages.release_at,
  ticket_messages.release_status, ticket_messages.channel, ticket_messages.body_html,
  ticket_messages.body_text, ticket_messages.created_at`;

export const messageJoins: Sql = sql`join users author on author.id = ticket_messages.author_id`;

const isoOf = (at: Date | string) => (typeof at === "string" ? at : at.toISOString());

export function toMessageView(
  row: StoredMessage<Date | string>,
  attachments: MessageView["attachments"],
): MessageView {
  return {
    id: row.id,
    ticketId: row.ticket_id,
    kind: row.kind,
    state: row.state,
    author: {
      id: row.author_id,
      name: row.author_name,
      side: row.author_role === "customer" ? "customer" : "staff",
    },
    html: row.state === "redacted" ? "" : row.body_html,
    releaseAt: row.release_at === null ? null : isoOf(row.release_at),
    createdAt: isoOf(row.created_at),
    attachments: row.state === "redacted" ? [] : attachments,
  };
}
