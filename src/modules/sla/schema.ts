import * as z from "zod";
import { filterSchema } from "@/modules/filters";
import { limits } from "@/platform/limits";
import { calendarProblems } from "./rules/calendar-definition";
import { compiledCalendar } from "./rules/compiled-calendars";
import { parseInstant } from "./rules/instant";
import { ticketStatuses } from "./rules/ticket-events";

/** ISO 8601 with an offset or Z, read as milliseconds since 1970. */
export const instantSchema = z.string().transform((text, context) => {
  const instantMs = parseInstant(text);
  if (instantMs !== null) return instantMs;
  context.addIssue({
    code: "custom",
    message: `"${text}" is no time in ISO 8601 with an offset or Z`,
  });
  return z.NEVER;
});

const dayHoursSchema = z.array(z.tuple([z.string(), z.string()]));

export const calendarDefinitionSchema = z
  .strictObject({
    timeZone: z.string(),
    weekly: z.strictObject({
      mon: dayHoursSchema.optional(),
      tue: dayHoursSchema.optional(),
      wed: dayHoursSchema.optional(),
      thu: dayHoursSchema.optional(),
      fri: dayHoursSchema.optional(),
      sat: dayHoursSchema.optional(),
      sun: dayHoursSchema.optional(),
    }),
    holidays: z.array(z.string()).default([]),
    exceptions: z.record(z.string(), dayHoursSchema).default({}),
  })
  .superRefine((definition, context) => {
    for (const { path, message } of calendarProblems(definition)) {
      context.addIssue({ code: "custom", path: [...path], message });
    }
  });

/** A definition, made ready for arithmetic. */
export const businessCalendarSchema = calendarDefinitionSchema.transform(compiledCalendar);

/** `to: null` while it lasts, which is read as an end of Infinity. */
const pauseSchema = z
  .strictObject({ from: instantSchema, to: instantSchema.nullable() })
  .transform(({ from, to }) => ({ fromMs: from, toMs: to ?? Number.POSITIVE_INFINITY }))
  .refine(({ fromMs, toMs }) => toMs >= fromMs, "ends before it begins");

export const pausesSchema = z.array(pauseSchema).default([]);

export const targetMinutesSchema = z.number().positive();

export const targetsSchema = z.strictObject({
  firstResponse: targetMinutesSchema.optional(),
  nextResponse: targetMinutesSchema.optional(),
  resolution: targetMinutesSchema.optional(),
});

const statusSchema = z.enum(ticketStatuses);
const statusesSchema = z.array(statusSchema);

/** Waiting for the requester stops our clocks, where nobody has said otherwise. */
const pausing = statusesSchema.default(["pending"]);

/** One list for all metrics, or one per metric; a metric that is left out keeps the default. */
export const pauseOnSchema = z
  .union([
    statusesSchema.transform((list) => ({
      firstResponse: list,
      nextResponse: list,
      resolution: list,
    })),
    z.strictObject({ firstResponse: pausing, nextResponse: pausing, resolution: pausing }),
  ])
  .prefault(["pending"]);

const ticketEventSchema = z
  .discriminatedUnion("type", [
    z.strictObject({
      type: z.literal("created"),
      at: instantSchema,
      status: statusSchema.optional(),
    }),
    z.strictObject({ type: z.literal("customer_message"), at: instantSchema }),
    z.strictObject({ type: z.literal("agent_reply"), at: instantSchema }),
    z.strictObject({ type: z.literal("status"), at: instantSchema, to: statusSchema }),
  ])
  .transform(({ at, ...event }) => ({ ...event, atMs: at }));

export const ticketEventsSchema = z
  .array(ticketEventSchema)
  .refine(
    (events) => events.filter(({ type }) => type === "created").length === 1,
    'a ticket is created once: there must be one event of type "created"',
  );

const byPriority = z.strictObject({
  low: targetMinutesSchema.max(limits.slaTargetMinutesMax).optional(),
  medium: targetMinutesSchema.max(limits.slaTargetMinutesMax).optional(),
  high: targetMinutesSchema.max(limits.slaTargetMinutesMax).optional(),
  urgent: targetMinutesSchema.max(limits.slaTargetMinutesMax).optional(),
});
const waits = z.array(z.enum(["pending", "on_hold"])).max(2);

/** What a policy promises, as it is written and as it is kept. */
const promisedSchema = z.strictObject({
  targets: z.strictObject({
    firstResponse: byPriority,
    nextResponse: byPriority,
    resolution: byPriority,
  }),
  pauseOn: z.strictObject({ firstResponse: waits, nextResponse: waits, resolution: waits }),
  riskShare: z.number().min(0).max(0.9),
});

/** A policy's definition as it is kept: to which tickets, and what. */
export const policyDefinitionSchema = promisedSchema.extend({ where: filterSchema });

/** Without control signs and halves of letters, which no table can keep. */
export const nameSchema = z
  .string()
  .trim()
  .min(1)
  .max(limits.nameCharsMax)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u);

/** A policy as an admin writes it: the conditions as text, which only the server can read. */
export const policyDraftSchema = z.strictObject({
  filter: z.string().max(limits.filterCharsMax),
  calendarId: z.uuid(),
  promised: promisedSchema,
});
export type PolicyDraft = z.output<typeof policyDraftSchema>;
