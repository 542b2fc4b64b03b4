import { sql, type Transaction } from "@/platform/database";
import { AppError } from "@/platform/errors";
import type { Language } from "../rules/languages";
import type { Stage } from "../rules/stage";

export type HeldArticle = { id: string; categoryId: string; internal: boolean };
export type HeldTranslation = {
  articleId: string;
  language: Language;
  state: Stage;
  title: string;
  slug: string;
  version: number;
  publishedVersion: number | null;
  internal: boolean;
  /** Who wrote the newest version. */
  authorId: string;
};

/** Locks the article; its languages are locked after it. @throws AppError `article_not_found`. */
export async function heldArticle(tx: Transaction, articleId: string): Promise<HeldArticle> {
  const row = await tx.first<{ id: string; category_id: string; internal: boolean }>(sql`
    select id, category_id, internal from kb_articles where id = ${articleId} for update`);
  if (row === undefined) throw new AppError("article_not_found");
  return { id: row.id, categoryId: row.category_id, internal: row.internal };
}

type StoredTranslation = {
  state: Stage;
  title: string;
  slug: string;
  version: number;
  published_version: number | null;
  author_id: string;
};

/**
 * An article in one language, locked, as its writer has seen it.
 * @throws AppError `article_not_found`, `article_changed`.
 */
export async function heldTranslation(
  tx: Transaction,
  {
    articleId,
    language,
    seenVersion,
  }: { articleId: string; language: Language; seenVersion: number },
): Promise<HeldTranslation> {
  const { internal } = await heldArticle(tx, articleId);
  const row = await tx.first<StoredTranslation>(sql`
    select kb_translations.state, kb_translations.title, kb_translations.slug,
      kb_translations.version, kb_translations.published_version, kb_versions.author_id
    from kb_translations
    join kb_versions using (article_id, language, version)
    where article_id = ${articleId} and language = ${language}`);
  if (row === undefined) throw new AppError("article_not_found");
  if (row.version !== seenVersion)
    throw new AppError("article_changed", { detail: { version: row.version } });
  const { state, title, slug, version } = row;
  const { published_version: publishedVersion, author_id: authorId } = row;
  return { articleId, language, state, title, slug, version, publishedVersion, internal, authorId };
}

/** @throws AppError `not_found` unless there is such a category. */
export async function mustBeCategory(tx: Transaction, categoryId: string): Promise<void> {
  const row = await tx.first(sql`
    select id from kb_categories where id = ${categoryId} for key share`);
  if (row === undefined) throw new AppError("not_found");
}
