import type { Ticket } from "@/modules/tickets/client";
import type { Random } from "./random";
import { priorityRank } from "./rules";
import type { Activity, History, Message } from "./unfold";

/** A table, its columns, and how a row of it is written in the text format of COPY. */
type Target = { table: string; columns: readonly string[] };

const signs: Record<string, string> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };
const copied = (text: string): string =>
  /[\\\n\r\t]/.test(text) ? text.replace(/[\\\n\r\t]/g, (sign) => signs[sign] ?? sign) : text;

const absent = "\\N";
type Value = string | number | boolean | Date | null | readonly string[];

function written(value: Value): string {
  if (value === null) return absent;
  if (typeof value === "string") return copied(value);
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "object")
    return copied(`{${value.map((each) => `"${each.replace(/["\\]/g, "\\$&")}"`).join(",")}}`);
  return String(value);
}

export const copyLine = (values: readonly Value[]): string => `${values.map(written).join("\t")}\n`;

const ticketColumns = [
  "id",
  "subject",
  "requester_id",
  "organization_id",
  "status",
  "priority",
  "channel",
  "assignee_id",
  "team_id",
  "tags",
  "fields",
  "version",
  "waiting_since",
  "last_words",
  "first_message_at",
  "last_message_at",
  "resolved_at",
  "closed_at",
  "created_at",
  "updated_at",
];

/** Without its number, which the sequence of the database gives in the order of the rows. */
export const unnumberedTickets: Target = { table: "tickets", columns: ticketColumns };
export const tickets: Target = { table: "tickets", columns: [...ticketColumns, "number"] };

const ticketValues = (ticket: Ticket): Value[] => [
  ticket.id,
  ticket.subject,
  ticket.requesterId,
  ticket.organizationId,
  ticket.status,
  priorityRank(ticket.priority),
  ticket.channel,
  ticket.assigneeId,
  ticket.teamId,
  ticket.tags,
  JSON.stringify(ticket.fields),
  ticket.version,
  ticket.waitingSince,
  ticket.lastWords,
  ticket.firstMessageAt,
  ticket.lastMessageAt,
  ticket.resolvedAt,
  ticket.closedAt,
  ticket.createdAt,
  ticket.updatedAt,
];

export const unnumberedTicketLine = (ticket: Ticket) => copyLine(ticketValues(ticket));
export const ticketLine = (ticket: Ticket) => copyLine([...ticketValues(ticket), ticket.number]);

export const messages: Target = {
  table: "ticket_messages",
  columns: [
    "id",
    "ticket_id",
    "author_id",
    "kind",
    "channel",
    "body_html",
    "body_text",
    "created_at",
  ],
};

function messageLine({ ticket }: History, { at, by, kind, body }: Message, random: Random): string {
  const channel = by.staff ? "web" : ticket.channel;
  const id = random.id(at.getTime());
  return copyLine([id, ticket.id, by.id, kind, channel, body.html, body.text, at]);
}

export const activityLogs: Target = {
  table: "activity_logs",
  columns: ["id", "ticket_id", "actor_id", "kind", "detail", "created_at"],
};

function activityLine({ ticket }: History, entry: Activity, random: Random): string {
  const id = random.id(entry.at.getTime());
  const detail = JSON.stringify(entry.detail);
  return copyLine([id, ticket.id, entry.by?.id ?? null, entry.kind, detail, entry.at]);
}

const joined = <Item>(items: readonly Item[], line: (item: Item) => string) => {
  let text = "";
  for (const item of items) text += line(item);
  return text;
};

export const messageLines = (history: History, random: Random) =>
  joined(history.messages, (message) => messageLine(history, message, random));
export const activityLines = (history: History, random: Random) =>
  joined(history.activity, (entry) => activityLine(history, entry, random));

export const users: Target = {
  table: "users",
  columns: [
    "id",
    "email",
    "name",
    "email_verified",
    "role",
    "organization_id",
    "locale",
    "time_zone",
    "created_at",
    "updated_at",
  ],
};

export type Person = {
  id: string;
  email: string;
  name: string;
  role: "customer" | "agent" | "admin";
  organizationId: string | null;
  locale: "en" | "de" | "no";
  timeZone: string;
  since: Date;
};

export const userLine = (person: Person) =>
  copyLine([
    person.id,
    person.email,
    person.name,
    true,
    person.role,
    person.organizationId,
    person.locale,
    person.timeZone,
    person.since,
    person.since,
  ]);

export const organizations: Target = {
  table: "organizations",
  columns: ["id", "name", "shares_tickets", "created_at"],
};

/** The statement that a stream of lines follows. */
export const copyStatement = ({ table, columns }: Target) =>
  `copy ${table} (${columns.join(", ")}) from stdin`;
export type { Target };
