import { defineField, type Field } from "@/modules/filters/client";
import type { TicketRow } from "../schema";
import {
  priorityWords,
  slaStates,
  statusWords,
  ticketChannels,
  ticketPriorities,
  ticketStatuses,
} from "./words";

const named = <Value extends string>(values: readonly Value[], words: Record<Value, string>) =>
  values.map((value) => ({ value, label: words[value] }));

/** The fields of the filter language that tickets own, as far as an event's row can answer them. */
export const ticketFields: readonly Field<TicketRow>[] = [
  defineField<TicketRow>({
    name: "status",
    kind: "enum",
    values: named(ticketStatuses, statusWords),
    required: true,
    read: (row) => row.status,
  }),
  defineField<TicketRow>({
    name: "priority",
    kind: "enum",
    values: named(ticketPriorities, priorityWords),
    required: true,
    ordered: true,
    words: { is: "{} priority" },
    read: (row) => row.priority,
  }),
  defineField<TicketRow>({
    name: "channel",
    kind: "enum",
    values: ticketChannels,
    required: true,
    words: { is: "through {}", not: "not through {}" },
    read: (row) => row.channel,
  }),
  defineField<TicketRow>({
    name: "sla",
    label: "SLA",
    kind: "enum",
    values: slaStates,
    words: { is: "SLA {}", not: "SLA not {}", none: "without SLA", any: "with an SLA" },
    read: (row) => row.slaState,
  }),
  defineField<TicketRow>({
    name: "assignee",
    kind: "person",
    stored: "uuid",
    words: {
      is: "assigned to {}",
      not: "not assigned to {}",
      none: "unassigned",
      any: "assigned",
    },
    read: (row) => row.assignee?.id ?? null,
  }),
  defineField<TicketRow>({
    name: "requester",
    kind: "person",
    stored: "uuid",
    required: true,
    words: { is: "from {}", not: "not from {}" },
    read: (row) => row.requester.id,
  }),
  defineField<TicketRow>({
    name: "team",
    kind: "team",
    stored: "uuid",
    words: { is: "with {}", not: "not with {}", none: "without a team", any: "with a team" },
    read: (row) => row.team?.id ?? null,
  }),
  defineField<TicketRow>({
    name: "organization",
    kind: "organization",
    stored: "uuid",
    words: {
      is: "from {}",
      not: "not from {}",
      none: "without an organization",
      any: "from an organization",
    },
    read: (row) => row.organization?.id ?? null,
  }),
  defineField<TicketRow>({
    name: "tag",
    kind: "tag",
    words: { is: "tagged {}", not: "not tagged {}", none: "without tags", any: "with any tag" },
    read: (row) => row.tags,
  }),
  defineField<TicketRow>({
    name: "number",
    kind: "number",
    integer: true,
    required: true,
    sigil: "#",
    words: { is: "number {}", not: "not number {}" },
    read: (row) => row.number,
  }),
  defineField<TicketRow>({
    name: "created",
    kind: "date",
    required: true,
    read: (row) => row.createdAt,
  }),
  defineField<TicketRow>({
    name: "updated",
    kind: "date",
    required: true,
    read: (row) => row.updatedAt,
  }),
  defineField<TicketRow>({
    name: "due",
    kind: "date",
    ahead: true,
    words: { none: "without a due time", any: "with a due time" },
    read: (row) => row.nextDueAt,
  }),
  defineField<TicketRow>({
    name: "waiting",
    label: "waiting since",
    kind: "date",
    words: { when: "waiting began", none: "waiting for nobody", any: "waiting" },
    read: (row) => row.waitingSince,
  }),
  defineField<TicketRow>({
    name: "snoozed",
    label: "snoozed until",
    kind: "date",
    ahead: true,
    words: { none: "not snoozed", any: "snoozed" },
    read: (row) => row.snoozedUntil,
  }),
  defineField<TicketRow>({
    name: "satisfaction",
    kind: "number",
    words: { is: "rated {}", none: "not rated", any: "rated" },
    integer: true,
    read: (row) => row.satisfaction,
  }),
  defineField<TicketRow>({
    name: "subject",
    kind: "text",
    required: true,
    read: (row) => row.subject,
  }),
  // An event's row carries neither files nor what was said: the predicate answers "unknown".
  defineField<TicketRow>({
    name: "attachment",
    kind: "boolean",
    required: true,
    aliases: ["attachments", "file", "files"],
    words: { is: "with files", not: "without files" },
  }),
  defineField<TicketRow>({ name: "text", kind: "fullText" }),
];
