import * as z from "zod";
import { systemActor } from "@/platform/auth/actor";
import { now } from "@/platform/clock";
import { markdownToHtml } from "@/platform/content";
import { limits } from "@/platform/limits";
import { router } from "@/trpc/init";
import { adminProcedure, agentProcedure, publicProcedure, run } from "@/trpc/procedures";
import { arrangeArticle } from "./commands/arrange";
import { orderCategories, removeCategory, saveCategory } from "./commands/categories";
import { publishArticle, stageArticle } from "./commands/publish";
import { noteClick, noteSearch } from "./commands/searches";
import { noteSolved, voteArticle, voterOf, voteSchema } from "./commands/vote";
import { createArticle, revertArticle, saveArticle, translateArticle } from "./commands/write";
import { articleForWriting, articleList, listInput } from "./queries/articles";
import { categoryTree } from "./queries/categories";
import { articleFile } from "./queries/files";
import { missingAnswers, voteReasons } from "./queries/missing";
import { helpHome, publicCategory, publicPage } from "./queries/pages";
import { searchPages } from "./queries/search";
import { suggestedPages } from "./queries/suggest";
import { difference, differenceInput, versionList, versionsInput } from "./queries/versions";
import { outlineOf } from "./rules/outline";
import { bodySchema, languageSchema, wordsSchema } from "./schema";

const language = languageSchema;
const articleId = z.uuid();
const slug = z.string().max(limits.kbSlugCharsMax);
const asked = z.object({
  language,
  words: wordsSchema,
  /** The last word is not finished. */
  typing: z.boolean().default(false),
});

const readers = {
  home: publicProcedure
    .input(z.object({ language }))
    .query(({ input }) => helpHome(input.language)),
  category: publicProcedure
    .input(
      z.object({
        language,
        slug,
        cursor: z.object({ title: z.string().max(limits.kbTitleCharsMax), articleId }).optional(),
      }),
    )
    .query(({ input }) => publicCategory(input.language, input.slug, input.cursor)),
  page: publicProcedure
    .input(z.object({ language, slug }))
    .query(({ input }) => publicPage(input.language, input.slug)),
  search: publicProcedure
    .input(asked)
    .query(({ input: { words: text, ...input } }) => searchPages(null, { ...input, text })),
  suggest: publicProcedure.input(asked.omit({ typing: true })).query(async ({ input }) => ({
    pages: await suggestedPages(null, { language: input.language, text: input.words }),
  })),
  /** That something was searched for and how much was found, or that an answer was opened. */
  noteSearch: publicProcedure
    .input(
      z.object({
        commandId: z.uuid(),
        language,
        words: wordsSchema,
        found: z.int().min(0).max(limits.kbFoundRows).nullable(),
      }),
    )
    .mutation(async ({ input: { found, words: text, ...input } }) => {
      const about = { ...input, text, now: now() };
      await (found === null ? noteClick(about) : noteSearch(about, found));
      return { noted: true };
    }),
  vote: publicProcedure.input(voteSchema.omit({ voter: true })).mutation(async ({ ctx, input }) => {
    const voter = voterOf(await ctx.readActor(), ctx.address);
    return voteArticle.execute(systemActor, { ...input, voter });
  }),
  solved: publicProcedure
    .input(noteSolved.schema)
    .mutation(({ input }) => noteSolved.execute(systemActor, input)),
  file: publicProcedure
    .input(z.object({ attachmentId: z.uuid() }))
    .query(async ({ ctx, input }) => ({
      url: await articleFile(await ctx.readActor(), input.attachmentId),
    })),
};

const writers = {
  list: agentProcedure.input(listInput).query(({ input }) => articleList(input)),
  get: agentProcedure
    .input(z.object({ articleId }))
    .query(({ input }) => articleForWriting(input.articleId)),
  categories: agentProcedure.query(() => categoryTree()),
  versions: agentProcedure.input(versionsInput).query(({ input }) => versionList(input)),
  difference: agentProcedure.input(differenceInput).query(({ input }) => difference(input)),
  reasons: agentProcedure
    .input(z.object({ articleId }))
    .query(({ input }) => voteReasons(input.articleId)),
  /** As its readers would see it. */
  preview: agentProcedure
    .input(z.object({ body: bodySchema }))
    .query(({ input }) => outlineOf(markdownToHtml(input.body))),
  /** Published articles, those for the house included. */
  find: agentProcedure
    .input(asked)
    .query(({ ctx, input: { words: text, ...input } }) =>
      searchPages(ctx.actor, { ...input, text }),
    ),
  suggestFor: agentProcedure.input(asked.omit({ typing: true })).query(async ({ ctx, input }) => ({
    pages: await suggestedPages(ctx.actor, { language: input.language, text: input.words }),
  })),
  create: agentProcedure.input(createArticle.schema).mutation(run(createArticle)),
  translate: agentProcedure.input(translateArticle.schema).mutation(run(translateArticle)),
  save: agentProcedure.input(saveArticle.schema).mutation(run(saveArticle)),
  revert: agentProcedure.input(revertArticle.schema).mutation(run(revertArticle)),
  stage: agentProcedure.input(stageArticle.schema).mutation(run(stageArticle)),
  publish: agentProcedure.input(publishArticle.schema).mutation(run(publishArticle)),
  arrange: agentProcedure.input(arrangeArticle.schema).mutation(run(arrangeArticle)),
};

export const knowledgeRouter = router({
  ...readers,
  ...writers,
  saveCategory: adminProcedure.input(saveCategory.schema).mutation(run(saveCategory)),
  orderCategories: adminProcedure.input(orderCategories.schema).mutation(run(orderCategories)),
  removeCategory: adminProcedure.input(removeCategory.schema).mutation(run(removeCategory)),
  missing: adminProcedure.query(() => missingAnswers()),
});
