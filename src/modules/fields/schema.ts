import * as z from "zod";
import { limits } from "@/platform/limits";
import { fieldTypes } from "./types";

export const tagSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u);

/** Stored as JSON, which knows neither a lone half of a letter nor the sign with the number zero. */
export const wholeText = z.string().refine((text) => !/\p{Cs}|\0/u.test(text), "Not a text.");

export const fieldKeySchema = z.string().regex(/^[a-z][a-z0-9_]{0,29}$/);
export const fieldValueSchema = z.union([
  wholeText.max(limits.fieldTextCharsMax * 4),
  z.number(),
  z.boolean(),
  z.array(wholeText.max(100)).max(limits.fieldOptionsMax),
]);
/** What a ticket holds. */
export const fieldValuesSchema = z.record(fieldKeySchema, fieldValueSchema);
/** What somebody sets; null empties a field. */
export const fieldChangesSchema = z
  .record(fieldKeySchema, fieldValueSchema.nullable())
  .refine((changes) => Object.keys(changes).length <= limits.customFieldsMax);

const optionSchema = z.object({
  value: z.string().regex(/^[a-z0-9][a-z0-9_-]{0,39}$/),
  name: wholeText.trim().min(1).max(limits.fieldNameCharsMax),
});
const named = (options: readonly { value: string; name: string }[]) =>
  new Set(options.map(({ value }) => value)).size === options.length &&
  new Set(options.map(({ name }) => name.toLowerCase())).size === options.length;

const optionsSchema = z
  .array(optionSchema)
  .max(limits.fieldOptionsMax)
  .refine(named, "Each option stands once.");

export const definitionSchema = z.object({
  name: z.string().trim().min(1).max(limits.fieldNameCharsMax),
  options: optionsSchema.default([]),
  required: z.boolean().default(false),
  visibleToCustomer: z.boolean().default(false),
  active: z.boolean().default(true),
});
export const typeSchema = z.enum(fieldTypes);
