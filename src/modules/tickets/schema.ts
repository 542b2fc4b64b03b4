import * as z from "zod";
import { fieldValuesSchema, tagSchema } from "@/modules/fields";
import { limits } from "@/platform/limits";
import { slaStates, ticketChannels, ticketPriorities, ticketStatuses } from "./rules/words";

export const statusSchema = z.enum(ticketStatuses);
export const prioritySchema = z.enum(ticketPriorities);
export { tagSchema };
/** A history is kept as JSON, which PostgreSQL takes with whole characters alone: half a one becomes a mark. */
export const subjectSchema = z
  .string()
  .trim()
  .min(1)
  .max(limits.subjectCharsMax)
  .overwrite((text) => text.replace(/\p{Cs}/gu, "\uFFFD"));

const named = z.object({ id: z.uuid(), name: z.string() });
const time = z.iso.datetime();

/** A ticket as lists and events carry it for agents: the same for every agent. */
export const ticketRowSchema = z.object({
  id: z.uuid(),
  number: z.int(),
  subject: z.string(),
  status: statusSchema,
  priority: prioritySchema,
  channel: z.enum(ticketChannels),
  requester: named,
  organization: named.nullable(),
  assignee: named.nullable(),
  team: named.nullable(),
  tags: z.array(z.string()),
  /** Custom fields by their keys; events of before there were any have none. */
  fields: fieldValuesSchema.default({}),
  /** Customers in copy. What was told before there were any has none. */
  participantIds: z.array(z.uuid()).default([]),
  version: z.int(),
  nextDueAt: time.nullable(),
  slaState: z.enum(slaStates).nullable(),
  waitingSince: time.nullable(),
  lastWords: z.string(),
  satisfaction: z.int().nullable(),
  snoozedUntil: time.nullable().default(null),
  /** The number of the ticket that has its messages now. */
  mergedInto: z.int().nullable().default(null),
  synthetic: z.boolean(),
  createdAt: time,
  updatedAt: time,
  lastMessageAt: time,
  resolvedAt: time.nullable(),
});
export type TicketRow = z.output<typeof ticketRowSchema>;

/** What a customer sees of a ticket: nothing of who works on it and how. */
export const requestRowSchema = ticketRowSchema.pick({
  id: true,
  number: true,
  subject: true,
  status: true,
  requester: true,
  version: true,
  mergedInto: true,
  lastWords: true,
  createdAt: true,
  updatedAt: true,
  resolvedAt: true,
});
export type RequestRow = z.output<typeof requestRowSchema>;

/** A time, or until the requester replies. */
export const snoozeUntilSchema = z.union([z.iso.datetime(), z.literal("reply")]);
