import * as z from "zod";
import { commandIdSchema } from "@/platform/command";
import { limits } from "@/platform/limits";
import { languages } from "./rules/languages";
import { slugPattern } from "./rules/slug";

export const languageSchema = z.enum(languages);
export const titleSchema = z.string().trim().min(1).max(limits.kbTitleCharsMax);
export const bodySchema = z.string().max(limits.bodyCharsMax);
export const slugSchema = z.string().max(limits.kbSlugCharsMax).regex(slugPattern);
export const wordsSchema = z.string().max(limits.kbSearchCharsMax);

/** One article in one language, by what its writer has seen of it. */
export const seenSchema = z.object({
  commandId: commandIdSchema,
  articleId: z.uuid(),
  language: languageSchema,
  seenVersion: z.int().min(1).max(2_000_000_000),
});

const headingsSchema = z.array(
  z.object({ id: z.string(), level: z.union([z.literal(2), z.literal(3)]), text: z.string() }),
);

/** A published page as it is kept in the cache. */
export const pageSchema = z.object({
  articleId: z.uuid(),
  language: languageSchema,
  categoryId: z.uuid(),
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  html: z.string(),
  headings: headingsSchema,
  publishedAt: z.string(),
  changedAt: z.string(),
});
export type Page = z.output<typeof pageSchema>;

export const categorySchema = z.object({
  id: z.uuid(),
  name: z.string(),
  slug: z.string(),
  summary: z.string(),
  parentId: z.uuid().nullable(),
  place: z.int(),
});
export type PublicCategory = z.output<typeof categorySchema>;
