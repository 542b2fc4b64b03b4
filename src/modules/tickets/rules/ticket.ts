import type { FieldValue as CustomValue, FieldValues } from "@/modules/fields/client";
import type { SlaState, TicketChannel, TicketPriority, TicketStatus } from "./words";

/** A ticket as commands load, decide and save it. Times are instants. */
export type Ticket = {
  id: string;
  number: number;
  subject: string;
  requesterId: string;
  organizationId: string | null;
  status: TicketStatus;
  priority: TicketPriority;
  channel: TicketChannel;
  assigneeId: string | null;
  teamId: string | null;
  tags: readonly string[];
  fields: FieldValues;
  participantIds: readonly string[];
  version: number;
  nextDueAt: Date | null;
  slaState: SlaState | null;
  waitingSince: Date | null;
  lastWords: string;
  /** Put aside until then; a reply of the requester ends it sooner. */
  snoozedUntil: Date | null;
  /** The number of the ticket that has its messages now. */
  mergedInto: number | null;
  synthetic: boolean;
  firstMessageAt: Date;
  lastMessageAt: Date;
  resolvedAt: Date | null;
  closedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
};

/** The fields that a person changes directly. */
export type TicketChange = {
  status?: TicketStatus | undefined;
  priority?: TicketPriority | undefined;
  assigneeId?: string | null | undefined;
  teamId?: string | null | undefined;
  subject?: string | undefined;
  tags?: readonly string[] | undefined;
  /** Beside whatever others add and take off meanwhile. */
  addTags?: readonly string[] | undefined;
  removeTags?: readonly string[] | undefined;
  /** Custom fields by their keys; null empties one. */
  fields?: Readonly<Record<string, CustomValue | null>> | undefined;
  participantIds?: readonly string[] | undefined;
};

/** What can be named in a history: the tickets' own fields, and custom ones as `field.<key>`. */
export type ChangedField =
  | "status"
  | "priority"
  | "assigneeId"
  | "teamId"
  | "subject"
  | "tags"
  | "participantIds";

/** A field that really changed, for the activity log and the event. */
export type FieldChange = {
  field: ChangedField | `field.${string}`;
  from: FieldValue;
  to: FieldValue;
};
export type FieldValue = CustomValue | null;
