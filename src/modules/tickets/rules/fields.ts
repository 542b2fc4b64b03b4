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
    read: (row) => row.priority,
  }),
  defineField<TicketRow>({
    name: "channel",
    kind: "enum",
    values: ticketChannels,
    required: true,
    read: (row) => row.channel,
  }),
  defineField<TicketRow>({
    name: "sla",
    label: "SLA",
    kind: "enum",
    values: slaStates,
    read: (row) => row.slaState,
  }),
  defineField<TicketRow>({
    name: "assignee",
    kind: "person",
    stored: "uuid",
    read: (row) => row.assignee?.id ?? null,
  }),
  defineField<TicketRow>({
    name: "requester",
    kind: "person",
    stored: "uuid",
    required: true,
    read: (row) => row.requester.id,
  }),
  defineField<TicketRow>({
    name: "team",
    kind: "team",
    stored: "uuid",
    read: (row) => row.team?.id ?? null,
  }),
  defineField<TicketRow>({
    name: "organization",
    kind: "organization",
    stored: "uuid",
    read: (row) => row.organization?.id ?? null,
  }),
  defineField<TicketRow>({ name: "tag", kind: "tag", read: (row) => row.tags }),
  defineField<TicketRow>({
    name: "number",
    kind: "number",
    integer: true,
    required: true,
    sigil: "#",
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
  defineField<TicketRow>({ name: "due", kind: "date", ahead: true, read: (row) => row.nextDueAt }),
  defineField<TicketRow>({
    name: "waiting",
    label: "waiting since",
    kind: "date",
    read: (row) => row.waitingSince,
  }),
  defineField<TicketRow>({
    name: "snoozed",
    label: "snoozed until",
    kind: "date",
    ahead: true,
    read: (row) => row.snoozedUntil,
  }),
  defineField<TicketRow>({
    name: "satisfaction",
    kind: "number",
    integer: true,
    read: (row) => row.satisfaction,
  }),
  defineField<TicketRow>({
    name: "subject",
    kind: "text",
    required: true,
    read: (row) => row.subject,
  }),
  defineField<TicketRow>({ name: "text", kind: "fullText" }),
];
