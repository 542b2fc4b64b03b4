import { db, empty, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { readablePages } from "../access";
import type { Language } from "../rules/languages";
import { shownCategories } from "./categories";

export type MapPage = {
  articleId: string;
  language: Language;
  slug: string;
  categorySlug: string;
  changedAt: string;
};

const rowsMax = raw(String(limits.kbSitemapRows));

type After = { articleId: string; language: string };

/** Where each file of the map begins: the last page of the one before. */
export async function mapParts(): Promise<After[]> {
  const rows = await db.read.rows<{ article_id: string; language: string }>(sql`
    select article_id, language from (
      select article_id, language, row_number() over (order by article_id, language) as place
      from kb_pages where ${readablePages(null)}) as placed
    where place % ${rowsMax} = 0 order by place limit 1000`);
  return rows.map(({ article_id: articleId, language }) => ({ articleId, language }));
}

/** The public pages of one file of the map. */
export async function mapPages(after: After | null): Promise<MapPage[]> {
  const rows = await db.read.rows<{
    article_id: string;
    language: Language;
    slug: string;
    category_id: string;
    category_slug: string;
    changed_at: Date;
  }>(sql`
    select kb_pages.article_id, kb_pages.language, kb_pages.slug, kb_pages.category_id,
      kb_category_names.slug as category_slug, kb_pages.changed_at
    from kb_pages join kb_category_names
      on kb_category_names.category_id = kb_pages.category_id
      and kb_category_names.language = kb_pages.language
    where ${readablePages(null)}
      ${after === null ? empty : sql`and (kb_pages.article_id, kb_pages.language) > (${after.articleId}::uuid, ${after.language})`}
    order by kb_pages.article_id, kb_pages.language limit ${rowsMax}`);
  // What stands where no reader gets to is no page.
  const isShown = await shownCategories();
  const shown = rows.filter((row) => isShown(row.language, row.category_id));
  return shown.map((row) => ({
    articleId: row.article_id,
    language: row.language,
    slug: row.slug,
    categorySlug: row.category_slug,
    changedAt: row.changed_at.toISOString(),
  }));
}
