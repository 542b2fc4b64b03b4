import { type Sql, sql } from "@/platform/database";
import type { Language } from "../rules/languages";
import type { PageLine } from "../types";

/** A published page as lists show it. */
export type StoredLine = {
  article_id: string;
  language: Language;
  category_id: string;
  slug: string;
  title: string;
  summary: string;
};

export const lineColumns: Sql = sql`kb_pages.article_id, kb_pages.language, kb_pages.category_id,
  kb_pages.slug, kb_pages.title, kb_pages.summary`;

export const toLine = (row: StoredLine): PageLine => ({
  articleId: row.article_id,
  language: row.language,
  categoryId: row.category_id,
  slug: row.slug,
  title: row.title,
  summary: row.summary,
});
