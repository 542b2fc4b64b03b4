import * as z from "zod";
import { prioritySchema, snoozeUntilSchema, statusSchema, tagSchema } from "@/modules/tickets";
import { commandIdSchema } from "@/platform/command";
import { limits } from "@/platform/limits";

const tags = z.array(tagSchema).max(limits.bulkTagsMax);

/** What is to be done with each ticket. */
export const deedSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("assign"), assigneeId: z.uuid().nullable() }),
  z.strictObject({ kind: z.literal("team"), teamId: z.uuid().nullable() }),
  z.strictObject({ kind: z.literal("status"), status: statusSchema }),
  z.strictObject({ kind: z.literal("priority"), priority: prioritySchema }),
  z
    .strictObject({ kind: z.literal("tags"), add: tags, remove: tags })
    .refine(({ add, remove }) => add.length + remove.length > 0, "Name a tag."),
  z.strictObject({ kind: z.literal("snooze"), until: snoozeUntilSchema }),
  z.strictObject({ kind: z.literal("macro"), macroId: z.uuid() }),
  z.strictObject({
    kind: z.literal("merge"),
    /** The ticket that stays. */
    targetId: z.uuid(),
    /** Whether those who asked are told by mail where it goes on. */
    tell: z.boolean(),
  }),
]);
export type AskedDeed = z.output<typeof deedSchema>;

/** What a deed is called once it is asked for: macros are renamed, and deleted. */
export type Deed =
  | Exclude<AskedDeed, { kind: "macro" | "merge" }>
  | (Extract<AskedDeed, { kind: "macro" }> & { name: string; leavesFields: boolean })
  | (Extract<AskedDeed, { kind: "merge" }> & { number: number });

const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);

/** What the fields said before, for an undo. */
export const beforeSchema = z.object({
  status: statusSchema.optional(),
  priority: prioritySchema.optional(),
  assigneeId: z.uuid().nullable().optional(),
  teamId: z.uuid().nullable().optional(),
  tags: z.array(z.string()).optional(),
  addTags: z.array(z.string()).optional(),
  removeTags: z.array(z.string()).optional(),
  fields: z.record(z.string(), value).optional(),
});
/** Until when it was put aside before. */
export const snoozedBeforeSchema = z.object({ snoozedUntil: z.iso.datetime().nullable() });
/** The merge that is to be taken back. */
export const mergeBeforeSchema = z.object({ mergeId: z.uuid() });

export const changeSomeSchema = z.object({
  commandId: commandIdSchema,
  deed: deedSchema,
  /** Each with the time of its last change that was on the screen. */
  tickets: z
    .array(z.object({ ticketId: z.uuid(), updatedAt: z.iso.datetime() }))
    .min(1)
    .max(limits.ticketPageRows),
});

export const startSchema = z.object({
  commandId: commandIdSchema,
  deed: deedSchema,
  filter: z.string().max(limits.filterCharsMax),
});

export const ofActionSchema = z.object({ commandId: commandIdSchema, actionId: z.uuid() });
export const ofTicketSchema = ofActionSchema.extend({ ticketId: z.uuid() });
export const refusedTicketSchema = ofTicketSchema.extend({ code: z.string() });
export const failuresSchema = z.object({ actionId: z.uuid() });
export const leftSchema = z.object({ personId: z.uuid() });
