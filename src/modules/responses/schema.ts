import * as z from "zod";
import { fieldChangesSchema, tagSchema } from "@/modules/fields";
import { prioritySchema } from "@/modules/tickets";
import { limits } from "@/platform/limits";

const scopeSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("personal") }),
  z.object({ kind: z.literal("team"), teamId: z.uuid() }),
  z.object({ kind: z.literal("everyone") }),
]);

const nameSchema = z.string().trim().min(1).max(limits.nameCharsMax);
const bodySchema = z.string().trim().min(1).max(limits.responseCharsMax);

export const responseSchema = z.object({
  name: nameSchema,
  shortcut: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9_-]{1,30}$/)
    .nullable()
    .default(null),
  body: bodySchema,
  scope: scopeSchema,
});

const tags = z.array(tagSchema).max(limits.tagsPerTicketMax);
const actionsSchema = z.object({
  status: z.enum(["open", "pending", "on_hold", "resolved"]).optional(),
  priority: prioritySchema.optional(),
  assigneeId: z
    .union([z.uuid(), z.literal("me")])
    .nullable()
    .optional(),
  teamId: z.uuid().nullable().optional(),
  addTags: tags.optional(),
  removeTags: tags.optional(),
  fields: fieldChangesSchema.optional(),
});

const messageSchema = z.object({ kind: z.enum(["reply", "note"]), body: bodySchema });

export const macroSchema = z.object({
  name: nameSchema,
  scope: scopeSchema,
  actions: actionsSchema.default({}),
  message: messageSchema.nullable().default(null),
});

const isEmpty = (value: unknown) =>
  value === undefined ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === "object" && value !== null && Object.keys(value).length === 0);

/** A macro that does nothing is a mistake. */
export const doesSomething = (macro: z.output<typeof macroSchema>): boolean =>
  macro.message !== null || !Object.values(macro.actions).every(isEmpty);
