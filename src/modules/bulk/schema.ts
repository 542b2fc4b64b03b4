import * as z from "zod";
import { prioritySchema, statusSchema, tagSchema } from "@/modules/tickets";
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
]);
export type Deed = z.output<typeof deedSchema>;

/** What the fields said before, for an undo. */
export const beforeSchema = z.object({
  status: statusSchema.optional(),
  priority: prioritySchema.optional(),
  assigneeId: z.uuid().nullable().optional(),
  teamId: z.uuid().nullable().optional(),
  tags: z.array(z.string()).optional(),
});

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
export const failuresSchema = z.object({ actionId: z.uuid() });
