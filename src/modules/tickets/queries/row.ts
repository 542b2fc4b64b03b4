import { type Sql, sql } from "@/platform/database";
import {
  priorityOfRank,
  type SlaState,
  type TicketChannel,
  type TicketStatus,
} from "../rules/words";
import type { RequestRow, TicketRow } from "../schema";

/** What `rowColumns` gives: with Dates, or plain, as an answer has it. */
export type StoredRow<Time extends Date | string = Date> = {
  id: string;
  number: number;
  subject: string;
  status: TicketStatus;
  priority: number;
  channel: TicketChannel;
  requester_id: string;
  requester_name: string;
  organization_id: string | null;
  organization_name: string | null;
  assignee_id: string | null;
  assignee_name: string | null;
  team_id: string | null;
  team_name: string | null;
  tags: string[];
  fields: TicketRow["fields"];
  participant_ids: string[];
  version: number;
  next_due_at: Time | null;
  sla_state: SlaState | null;
  waiting_since: Time | null;
  last_words: string;
  satisfaction: number | null;
  snoozed_until: Date | null;
  merged_into: number | null;
  synthetic: boolean;
  created_at: Time;
  updated_at: Time;
  last_message_at: Time;
  resolved_at: Time | null;
};

export const rowColumns: Sql = sql`tickets.id, tickets.number, tickets.subject, tickets.status,
  tickets.priority, tickets.channel, tickets.requester_id, requester.name as requester_name,
  tickets.organization_id, organizations.name as organization_name,
  tickets.assignee_id, assignee.name as assignee_name, tickets.team_id, teams.name as team_name,
  tickets.tags, tickets.fields, tickets.participant_ids, tickets.version, tickets.next_due_at,
  tickets.sla_state, tickets.waiting_since, tickets.last_words, tickets.satisfaction,
  tickets.snoozed_until, tickets.merged_into, tickets.synthetic, tickets.created_at,
  tickets.updated_at, tickets.last_message_at, tickets.resolved_at`;

/** Names beside the ids; to be joined to `tickets`. Outer, so that an empty page keeps its row. */
export const rowJoins: Sql = sql`
  left join users requester on requester.id = tickets.requester_id
  left join users assignee on assignee.id = tickets.assignee_id
  left join organizations on organizations.id = tickets.organization_id
  left join teams on teams.id = tickets.team_id`;

const named = (id: string | null, name: string | null) =>
  id === null ? null : { id, name: name ?? "" };
const isoOf = (at: Date | string) => (typeof at === "string" ? at : at.toISOString());
const iso = (at: Date | string | null) => (at === null ? null : isoOf(at));
export function toTicketRow(row: StoredRow<Date | string>): TicketRow {
  return {
    id: row.id,
    number: row.number,
    subject: row.subject,
    status: row.status,
    priority: priorityOfRank(row.priority),
    channel: row.channel,
    requester: { id: row.requester_id, name: row.requester_name },
    organization: named(row.organization_id, row.organization_name),
    assignee: named(row.assignee_id, row.assignee_name),
    team: named(row.team_id, row.team_name),
    tags: row.tags,
    fields: row.fields,
    participantIds: row.participant_ids,
    version: row.version,
    nextDueAt: iso(row.next_due_at),
    slaState: row.sla_state,
    waitingSince: iso(row.waiting_since),
    lastWords: row.last_words,
    satisfaction: row.satisfaction,
    snoozedUntil: iso(row.snoozed_until),
    mergedInto: row.merged_into,
    synthetic: row.synthetic,
    createdAt: isoOf(row.created_at),
    updatedAt: isoOf(row.updated_at),
    lastMessageAt: isoOf(row.last_message_at),
    resolvedAt: iso(row.resolved_at),
  };
}

/** What a customer may see of a row; used for answers and for what sockets carry alike. */
export function toRequestRow(row: TicketRow): RequestRow {
  return {
    id: row.id,
    number: row.number,
    subject: row.subject,
    status: row.status,
    requester: row.requester,
    version: row.version,
    mergedInto: row.mergedInto,
    lastWords: row.lastWords,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    resolvedAt: row.resolvedAt,
  };
}

/** The rows of a page that is joined to `event_positions`: an empty one has a single empty row. */
export function rowsOfPage<Row extends { id: string }>(
  found: readonly (Row | { id: null })[],
): Row[] {
  return found.filter((row): row is Row => row.id !== null);
}
