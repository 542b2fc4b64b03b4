import * as z from "zod";
import { ticketRowSchema } from "@/modules/tickets";
import { defineEvent } from "@/platform/outbox";
import { metrics } from "./rules/metrics";

/** What a ticket shows of its promises is another than before. */
export const slaChanged = defineEvent({
  name: "sla.changed",
  version: 1,
  payload: z.object({ row: ticketRowSchema }),
});

const crossed = z.object({
  ticket: z.object({
    id: z.uuid(),
    number: z.int(),
    subject: z.string(),
    assigneeId: z.uuid().nullable(),
    teamId: z.uuid().nullable(),
  }),
  metric: z.enum(metrics),
  /** When the clock that this is about began: a later one is told of anew. */
  startedAt: z.iso.datetime(),
  dueAt: z.iso.datetime().nullable(),
  policy: z.object({ id: z.uuid(), name: z.string() }),
});
export type Crossed = z.output<typeof crossed>;

/** Little is left of a promise's time; once for each clock. It happened when that began. */
export const slaAtRisk = defineEvent({ name: "sla.atRisk", version: 1, payload: crossed });

/** A promise was broken; once for each clock. It happened when the time ran out. */
export const slaBreached = defineEvent({ name: "sla.breached", version: 1, payload: crossed });

/** Somebody changed what is promised or when we work; open clocks are read again. */
export const promisesChanged = defineEvent({
  name: "sla.promisesChanged",
  version: 1,
  payload: z.object({
    what: z.enum(["policy", "order", "calendar"]),
    name: z.string(),
    by: z.object({ id: z.uuid(), name: z.string() }),
  }),
});
