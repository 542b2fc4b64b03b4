import * as z from "zod";
import { reserveFiles } from "@/modules/files";
import type { Actor } from "@/platform/auth/actor";
import { command, commandIdSchema } from "@/platform/command";
import { bulk, sql, type Transaction } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { mustWrite } from "../access";
import { filesIn } from "../rules/files";
import { bodySchema, languageSchema, seenSchema, slugSchema, titleSchema } from "../schema";
import { heldArticle, heldTranslation, mustBeCategory } from "./held";
import { putPage } from "./page";
import { freeSlug, keepOldSlug, mustBeFree, slugsOf } from "./slugs";
import { tellChange } from "./tell";

type NewVersion = {
  articleId: string;
  language: string;
  version: number;
  title: string;
  body: string;
  revertedTo?: number;
};

async function addVersion(tx: Transaction, actor: Actor, now: Date, given: NewVersion) {
  const { articleId, language, version, title, body, revertedTo = null } = given;
  await tx.rows(sql`
    insert into kb_versions (article_id, language, version, title, body, author_id, reverted_to,
      created_at)
    values (${articleId}, ${language}, ${version}, ${title}, ${body}, ${actor.id}, ${revertedTo},
      ${now})`);
  await keepFiles(tx, actor, articleId, body);
}

/** Files that the text shows become the article's: they stay for as long as it does. */
async function keepFiles(tx: Transaction, actor: Actor, articleId: string, body: string) {
  const named = filesIn(body);
  if (named.length === 0) return;
  const known = await tx.rows<{ id: string }>(sql`
    select attachment_id as id from kb_files where attachment_id = any(${named}::uuid[])`);
  const ids = new Set(known.map((row) => row.id));
  const fresh = named.filter((id) => !ids.has(id));
  const kept = await reserveFiles(tx, { actor, attachmentIds: fresh, before: [] });
  if (kept.length === 0) return;
  await tx.rows(sql`
    insert into kb_files (article_id, attachment_id)
    values ${bulk(kept.map(({ id }) => [articleId, id]))} on conflict do nothing`);
}

async function addTranslation(
  tx: Transaction,
  actor: Actor,
  now: Date,
  given: Omit<NewVersion, "version" | "language"> & { language: z.output<typeof languageSchema> },
) {
  const { articleId, language, title } = given;
  const slug = await freeSlug(tx, given, title);
  await tx.rows(sql`
    insert into kb_translations (article_id, language, state, title, slug, version, updated_at)
    values (${articleId}, ${language}, 'draft', ${title}, ${slug}, 1, ${now})`);
  await addVersion(tx, actor, now, { ...given, version: 1 });
}

const createSchema = z.object({
  commandId: commandIdSchema,
  categoryId: z.uuid(),
  internal: z.boolean().default(false),
  language: languageSchema,
  title: titleSchema,
  body: bodySchema.default(""),
});

/** Begins an article, as a draft. @throws AppError `not_found` where there is no such category. */
export const createArticle = command(
  "knowledge.create",
  createSchema,
  async (tx, { actor, now }, { categoryId, internal, language, title, body }) => {
    mustWrite(actor);
    await mustBeCategory(tx, categoryId);
    const articleId = newId(now.getTime());
    await tx.rows(sql`
      insert into kb_articles (id, category_id, internal, related_ids, created_at)
      values (${articleId}, ${categoryId}, ${internal}, '{}', ${now})`);
    await addTranslation(tx, actor, now, { articleId, language, title, body });
    tellChange(tx, { articleId, language, slugs: [] });
    return { articleId, version: 1 };
  },
);

const translateSchema = z.object({
  commandId: commandIdSchema,
  articleId: z.uuid(),
  language: languageSchema,
  title: titleSchema,
  body: bodySchema.default(""),
});

/** Begins an article in one more language. @throws AppError `article_changed` where there is one. */
export const translateArticle = command(
  "knowledge.translate",
  translateSchema,
  async (tx, { actor, now }, { articleId, language, title, body }) => {
    mustWrite(actor);
    await heldArticle(tx, articleId);
    const known = await tx.first(sql`
      select version from kb_translations
      where article_id = ${articleId} and language = ${language}`);
    if (known !== undefined) throw new AppError("article_changed");
    await addTranslation(tx, actor, now, { articleId, language, title, body });
    tellChange(tx, { articleId, language, slugs: [] });
    return { articleId, version: 1 };
  },
);

const saveSchema = seenSchema.extend({
  title: titleSchema,
  body: bodySchema,
  /** Another address; the one before leads to it. */
  slug: slugSchema.optional(),
});

/**
 * Keeps what was written as a new version. Readers go on seeing the published one; a new address is
 * theirs at once, and the old one leads to it.
 * @throws AppError `article_changed`, `name_taken`.
 */
export const saveArticle = command(
  "knowledge.save",
  saveSchema,
  async (tx, { actor, now }, { title, body, slug: wanted, ...seen }) => {
    mustWrite(actor);
    const held = await heldTranslation(tx, seen);
    const { articleId, language } = held;
    const slug = wanted ?? held.slug;
    if (slug !== held.slug) {
      await mustBeFree(tx, held, slug);
      // An address that was never in public is nobody's loss.
      if (held.publishedVersion !== null) await keepOldSlug(tx, held, held.slug, slug);
    }
    const latest = await tx.first<{ title: string; body: string }>(sql`
      select title, body from kb_versions
      where article_id = ${articleId} and language = ${language} and version = ${held.version}`);
    const isSame = latest?.title === title && latest.body === body;
    const version = isSame ? held.version : held.version + 1;
    if (!isSame) await addVersion(tx, actor, now, { articleId, language, version, title, body });
    await tx.rows(sql`
      update kb_translations
      set title = ${title}, slug = ${slug}, version = ${version}, updated_at = ${now}
      where article_id = ${articleId} and language = ${language}`);
    const isMoved = slug !== held.slug && held.publishedVersion !== null;
    if (isMoved)
      await tx.rows(sql`
        update kb_pages set slug = ${slug}
        where article_id = ${articleId} and language = ${language}`);
    const slugs = isMoved ? [held.slug, ...(await slugsOf(tx, held, slug))] : [];
    tellChange(tx, { articleId, language, slugs });
    return { version };
  },
);

const revertSchema = seenSchema.extend({ toVersion: z.int().min(1).max(2_000_000_000) });

/**
 * Brings an earlier text back, as a new version; what readers see goes back with it at once.
 * @throws AppError `article_not_found`, `article_changed`.
 */
export const revertArticle = command(
  "knowledge.revert",
  revertSchema,
  async (tx, { actor, now }, { toVersion, ...seen }) => {
    mustWrite(actor);
    const held = await heldTranslation(tx, seen);
    const { articleId, language, slug } = held;
    const earlier = await tx.first<{ title: string; body: string }>(sql`
      select title, body from kb_versions
      where article_id = ${articleId} and language = ${language} and version = ${toVersion}`);
    if (earlier === undefined) throw new AppError("article_not_found");
    const version = held.version + 1;
    await addVersion(tx, actor, now, {
      articleId,
      language,
      version,
      ...earlier,
      revertedTo: toVersion,
    });
    const isPublished = held.publishedVersion !== null;
    await tx.rows(sql`
      update kb_translations set title = ${earlier.title}, version = ${version},
        published_version = ${isPublished ? version : null}, updated_at = ${now}
      where article_id = ${articleId} and language = ${language}`);
    if (isPublished) await putPage(tx, { articleId, language, version, slug }, now);
    const slugs = isPublished ? await slugsOf(tx, held, slug) : [];
    tellChange(tx, { articleId, language, slugs });
    return { version };
  },
);
