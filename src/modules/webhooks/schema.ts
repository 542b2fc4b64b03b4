import * as z from "zod";
import { limits } from "@/platform/limits";
import { publicEventNames } from "./rules/event-names";

const named = z.object({ id: z.uuid(), name: z.string() });
const time = z.iso.datetime();
const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);

/**
 * What the outside learns of each event: what is not named here never leaves the house. A change of
 * a shape that receivers could notice is a new version.
 */
const ticket = z.object({
  id: z.uuid(),
  number: z.int(),
  subject: z.string(),
  status: z.string(),
  priority: z.string(),
  channel: z.string(),
  requester: named,
  organization: named.nullable(),
  assignee: named.nullable(),
  team: named.nullable(),
  tags: z.array(z.string()),
  fields: z.record(z.string(), value).default({}),
  slaState: z.string().nullable(),
  nextDueAt: time.nullable(),
  satisfaction: z.int().nullable(),
  mergedInto: z.int().nullable().default(null),
  createdAt: time,
  updatedAt: time,
  resolvedAt: time.nullable(),
});
const message = z.object({
  id: z.uuid(),
  author: z.object({ id: z.uuid(), name: z.string(), side: z.enum(["customer", "staff"]) }),
  /** Null when it is too long to travel. */
  html: z.string().nullable(),
  createdAt: time,
  attachments: z.array(
    z.object({ id: z.uuid(), name: z.string(), type: z.string(), bytes: z.int() }),
  ),
});
const promise = z.object({
  ticket: z.object({
    id: z.uuid(),
    number: z.int(),
    subject: z.string(),
    assigneeId: z.uuid().nullable(),
    teamId: z.uuid().nullable(),
  }),
  metric: z.string(),
  startedAt: time,
  dueAt: time.nullable(),
  policy: named,
});

export const publicPayloads = {
  "ticket.created": z.object({ ticket }),
  "ticket.updated": z.object({
    ticket,
    changes: z.array(z.object({ field: z.string(), from: value, to: value })),
    by: named,
  }),
  "ticket.merged": z.object({ ticket, source: ticket, by: named }),
  "ticket.aside_changed": z.object({ ticketId: z.uuid(), part: z.string() }),
  "message.added": z.object({ ticket, message }),
  "note.added": z.object({ ticket, message }),
  "words.removed": z.object({ ticketIds: z.array(z.uuid()) }),
  "sla.at_risk": promise,
  "sla.breached": promise,
  "sla.promises_changed": z.object({ what: z.string(), name: z.string(), by: named }),
  "person.access_changed": z.object({ userId: z.uuid(), reason: z.string() }),
  "person.away_changed": z.object({ userId: z.uuid() }),
  "team.changed": z.object({ teamId: z.uuid() }),
  "team.archived": z.object({ teamId: z.uuid(), name: z.string() }),
  "field.changed": z.object({ key: z.string() }),
  "bulk.started": z.object({ actionId: z.uuid() }),
  "webhook.tested": z.object({ endpointId: z.uuid(), name: z.string() }),
} as const satisfies Record<string, z.ZodType>;

const url = z.string().trim().min(1).max(limits.webhookUrlCharsMax);
export const endpointSchema = z.object({
  name: z.string().trim().min(1).max(limits.nameCharsMax),
  url,
  events: z.array(z.enum(publicEventNames)).min(1).max(publicEventNames.length),
});
export const deliveryStates = ["waiting", "delivered", "failed", "withdrawn"] as const;
export type DeliveryState = (typeof deliveryStates)[number];
