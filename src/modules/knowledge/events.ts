import * as z from "zod";
import { defineEvent } from "@/platform/outbox";
import { languages } from "./rules/languages";

/** For those who write: what is written, or where it stands, is not what it was. */
export const articleChanged = defineEvent({
  name: "knowledge.article_changed",
  version: 1,
  payload: z.object({ articleId: z.uuid(), language: z.enum(languages) }),
});

/** Readers see something else from now on: `slugs` names every address that leads there or led. */
export const pageChanged = defineEvent({
  name: "knowledge.page_changed",
  version: 1,
  payload: z.object({
    articleId: z.uuid(),
    language: z.enum(languages),
    slugs: z.array(z.string()),
  }),
});

export const categoriesChanged = defineEvent({
  name: "knowledge.categories_changed",
  version: 1,
  payload: z.object({ categoryId: z.uuid() }),
});
