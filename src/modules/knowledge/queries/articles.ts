import * as z from "zod";
import { db, empty, join, raw, type Sql, sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import type { Language } from "../rules/languages";
import { type Stage, stages } from "../rules/stage";
import { languageSchema, wordsSchema } from "../schema";
import type { ArticleLine, Translation } from "../types";

export const listInput = z.object({
  words: wordsSchema.default(""),
  state: z.enum(stages).nullable().default(null),
  language: languageSchema.nullable().default(null),
  categoryId: z.uuid().nullable().default(null),
  /** The last one of the page before. */
  cursor: z
    .object({ updatedAt: z.iso.datetime(), articleId: z.uuid(), language: languageSchema })
    .optional(),
});

type StoredRow = {
  article_id: string;
  language: Language;
  title: string;
  state: Stage;
  internal: boolean;
  category_id: string;
  version: number;
  published_version: number | null;
  publish_at: Date | null;
  updated_at: Date;
};

export type ArticlePage = {
  articles: ArticleLine[];
  next: { updatedAt: string; articleId: string; language: Language } | null;
  asOf: number;
};

const toArticle = (row: StoredRow): ArticleLine => ({
  articleId: row.article_id,
  language: row.language,
  title: row.title,
  state: row.state,
  internal: row.internal,
  categoryId: row.category_id,
  unpublished: row.published_version !== null && row.version > row.published_version,
  publishAt: row.publish_at?.toISOString() ?? null,
  updatedAt: row.updated_at.toISOString(),
});

function conditions({ words, state, language, categoryId, cursor }: z.output<typeof listInput>) {
  const part = `%${words
    .trim()
    .toLowerCase()
    .replace(/[\\%_]/g, "\\$&")}%`;
  const all: Sql[] = [
    ...(words.trim() === "" ? [] : [sql`lower(title) like ${part}`]),
    ...(state === null ? [] : [sql`state = ${state}`]),
    ...(language === null ? [] : [sql`language = ${language}`]),
    ...(categoryId === null ? [] : [sql`category_id = ${categoryId}`]),
    ...(cursor === undefined
      ? []
      : [
          sql`(updated_at, article_id, language)
            < (${cursor.updatedAt}::timestamptz, ${cursor.articleId}::uuid, ${cursor.language})`,
        ]),
  ];
  return all.length === 0 ? empty : sql`where ${join(all, " and ")}`;
}

/** All that is written, in each language by itself, latest change first. */
export async function articleList(input: z.output<typeof listInput>): Promise<ArticlePage> {
  const [position] = await db.read.rows<{ last: number }>(sql`select last from event_positions`);
  const rows = await db.read.rows<StoredRow>(sql`
    select article_id, language, title, state, internal, category_id, version, published_version,
      publish_at, updated_at
    from kb_translations join kb_articles on kb_articles.id = article_id
    ${conditions(input)}
    order by updated_at desc, article_id desc, language desc
    limit ${raw(String(limits.kbListRows))}`);
  const articles = rows.map(toArticle);
  const last = articles.at(-1);
  const next =
    last !== undefined && articles.length === limits.kbListRows
      ? { updatedAt: last.updatedAt, articleId: last.articleId, language: last.language }
      : null;
  return { articles, next, asOf: position?.last ?? 0 };
}

type StoredTranslation = StoredRow & {
  slug: string;
  body: string;
  author_id: string;
  author_name: string;
  helpful: number | null;
  unhelpful: number | null;
  solved: number | null;
  related: { id: string; title: string }[];
};

export type ArticleForWriting = {
  articleId: string;
  categoryId: string;
  internal: boolean;
  related: { id: string; title: string }[];
  translations: Translation[];
  asOf: number;
};

/** An article in all its languages, as it was last written. @throws AppError `article_not_found`. */
export async function articleForWriting(articleId: string): Promise<ArticleForWriting> {
  const [position] = await db.read.rows<{ last: number }>(sql`select last from event_positions`);
  const rows = await db.read.rows<StoredTranslation>(sql`
    select written.article_id, written.language, written.title, written.state, written.slug,
      written.version, written.published_version, written.publish_at, written.updated_at,
      kb_articles.internal, kb_articles.category_id, kb_versions.body, kb_versions.author_id,
      users.name as author_name, kb_pages.helpful, kb_pages.unhelpful, kb_pages.solved,
      coalesce((select jsonb_agg(jsonb_build_object('id', wanted.id, 'title', other.title)
            order by wanted.place)
          from unnest(kb_articles.related_ids) with ordinality as wanted (id, place)
          join lateral (select title from kb_translations where article_id = wanted.id
            order by language = 'en' desc, language limit 1) as other on true), '[]'::jsonb)
        as related
    from kb_translations as written
    join kb_articles on kb_articles.id = written.article_id
    join kb_versions using (article_id, language, version)
    join users on users.id = kb_versions.author_id
    left join kb_pages on kb_pages.article_id = written.article_id
      and kb_pages.language = written.language
    where written.article_id = ${articleId}
    order by written.language = 'en' desc, written.language`);
  const [first] = rows;
  if (first === undefined) throw new AppError("article_not_found");
  return {
    articleId,
    categoryId: first.category_id,
    internal: first.internal,
    related: first.related,
    translations: rows.map((row) => ({
      language: row.language,
      state: row.state,
      title: row.title,
      slug: row.slug,
      body: row.body,
      version: row.version,
      publishedVersion: row.published_version,
      publishAt: row.publish_at?.toISOString() ?? null,
      updatedAt: row.updated_at.toISOString(),
      authorId: row.author_id,
      authorName: row.author_name,
      helpful: row.helpful ?? 0,
      unhelpful: row.unhelpful ?? 0,
      solved: row.solved ?? 0,
    })),
    asOf: position?.last ?? 0,
  };
}
