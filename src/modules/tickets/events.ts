import * as z from "zod";
import { defineEvent } from "@/platform/outbox";
import { ticketRowSchema } from "./schema";

const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);

/** What made the change, where it was no person's own hand: a macro. */
export const viaSchema = z.object({
  kind: z.enum(["macro", "tag", "team", "field"]),
  name: z.string(),
});
export type Via = z.output<typeof viaSchema>;

/** Every ticket event carries the whole row as it is afterwards, so that lists need not ask. */
export const ticketCreated = defineEvent({
  name: "ticket.created",
  version: 1,
  payload: z.object({
    row: ticketRowSchema,
    /**
     * Asked by the customer, written down for them, begun by us, split off, or sent by a machine,
     * which no machine of ours answers.
     */
    opening: z.enum(["asked", "phone", "outbound", "split", "machine"]).default("asked"),
  }),
});

export const ticketUpdated = defineEvent({
  name: "ticket.updated",
  version: 1,
  payload: z.object({
    row: ticketRowSchema,
    changes: z.array(z.object({ field: z.string(), from: value, to: value })),
    by: z.object({ id: z.uuid(), name: z.string() }),
    via: viaSchema.optional(),
  }),
});

/** Something beside the ticket changed: what it is tied to, who follows it, the time it took. */
export const asideChanged = defineEvent({
  name: "ticket.asideChanged",
  version: 1,
  payload: z.object({
    ticketId: z.uuid(),
    part: z.enum(["links", "followers", "time", "merges"]),
  }),
});

/** Somebody's open tickets are to go to others. */
export const handoverStarted = defineEvent({
  name: "tickets.handover_started",
  version: 1,
  payload: z.object({ handoverId: z.uuid() }),
});

/** A customer is not in copy any more: their list loses the request, unless it is theirs otherwise. */
export const participantLeft = defineEvent({
  name: "ticket.participant-left",
  version: 1,
  payload: z.object({ ticketId: z.uuid(), personId: z.uuid() }),
});
