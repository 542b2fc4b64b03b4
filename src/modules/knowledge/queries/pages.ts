import { cacheOf } from "@/platform/cache";
import { db, empty, raw, type Sql, sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { readablePages } from "../access";
import { type Language, languages } from "../rules/languages";
import { pathTo, withParts } from "../rules/tree";
import { type Page, type PublicCategory, pageSchema } from "../schema";
import type { PageLine } from "../types";
import { publicCategories, shownCategories } from "./categories";
import { lineColumns, type StoredLine, toLine } from "./row";

const cache = cacheOf("kbArticle", pageSchema);
const partOf = (language: Language, slug: string) => `${language}:${slug}`;

export const clearPages = (language: Language, slugs: readonly string[]): Promise<void> =>
  cache.clear(slugs.map((slug) => partOf(language, slug)));

type StoredPage = {
  article_id: string;
  category_id: string;
  slug: string;
  title: string;
  summary: string;
  html: string;
  headings: Page["headings"];
  published_at: Date;
  changed_at: Date;
};

/** From the primary: what is kept in the cache must not be older than its clearing. */
async function loadPage(language: Language, slug: string): Promise<Page | null> {
  const [row] = await db.write.rows<StoredPage>(sql`
    select article_id, category_id, slug, title, summary, html, headings, published_at, changed_at
    from kb_pages
    where language = ${language} and ${readablePages(null)} and slug = coalesce(
      (select kb_translations.slug from kb_old_slugs
        join kb_translations using (article_id, language)
        where kb_old_slugs.language = ${language} and kb_old_slugs.slug = ${slug}
          and not exists (
            select from kb_pages as mine where mine.language = ${language} and mine.slug = ${slug})),
      ${slug})`);
  if (row === undefined) return null;
  const { article_id, category_id, published_at, changed_at, ...rest } = row;
  return {
    ...rest,
    articleId: article_id,
    categoryId: category_id,
    language,
    publishedAt: published_at.toISOString(),
    changedAt: changed_at.toISOString(),
  };
}

/** The published page at an address, or at the one that it had before; null where there is none. */
const pageAt = (language: Language, slug: string): Promise<Page | null> =>
  cache.read(partOf(language, slug), () => loadPage(language, slug));

export type Translated = { language: Language; slug: string; categorySlug: string };
export type PageView = {
  page: Page;
  /** From the top to where it stands. */
  path: PublicCategory[];
  related: PageLine[];
  /** The categories in which those stand. */
  relatedCategories: PublicCategory[];
  /** The same article in the languages that it has, this one included. */
  translations: Translated[];
};

const few = raw(String(limits.kbRelatedMax));

/** What was named as related, then what stands in the same category and serves best. */
async function relatedTo(page: Page): Promise<PageLine[]> {
  const rows = await db.read.rows<StoredLine>(sql`
    with named as (
      select one.id, one.place
      from kb_articles, unnest(related_ids) with ordinality as one (id, place)
      where kb_articles.id = ${page.articleId}),
    beside as (
      select ${lineColumns}, 100 - standing as place from kb_pages
      where category_id = ${page.categoryId} and language = ${page.language}
        and ${readablePages(null)} and article_id <> ${page.articleId}
        and article_id not in (select id from named)
      order by standing desc, article_id limit ${few})
    select ${lineColumns}, place from kb_pages join named on named.id = article_id
    where language = ${page.language} and ${readablePages(null)}
    union all select * from beside
    order by place, article_id limit ${few}`);
  return rows.map(toLine);
}

async function translationsOf(page: Page): Promise<Translated[]> {
  type Row = { language: Language; slug: string; category_slug: string; category_id: string };
  const isShown = await shownCategories();
  const rows = await db.read.rows<Row>(sql`
    select kb_pages.language, kb_pages.slug, kb_pages.category_id,
      kb_category_names.slug as category_slug
    from kb_pages join kb_category_names
      on kb_category_names.category_id = kb_pages.category_id
      and kb_category_names.language = kb_pages.language
    where article_id = ${page.articleId} and ${readablePages(null)}
    order by kb_pages.language`);
  return rows
    .filter(({ language, category_id }) => isShown(language, category_id))
    .map(({ language, slug, category_slug }) => ({ language, slug, categorySlug: category_slug }));
}

/** @throws AppError `article_not_found`, alike for a draft, an internal one and none at all. */
export async function publicPage(language: Language, slug: string): Promise<PageView> {
  const [page, categories] = await Promise.all([
    pageAt(language, slug),
    publicCategories(language),
  ]);
  // A category without a name in this language hides what stands in it.
  const path = page === null ? [] : pathTo(categories, page.categoryId);
  if (page === null || path.length === 0) throw new AppError("article_not_found");
  const [related, translations] = await Promise.all([relatedTo(page), translationsOf(page)]);
  const near = new Set(related.map(({ categoryId }) => categoryId));
  const relatedCategories = categories.filter(({ id }) => near.has(id));
  return {
    ...{ page, path, translations, relatedCategories },
    related: related.filter(({ categoryId }) =>
      relatedCategories.some(({ id }) => id === categoryId),
    ),
  };
}

export type HelpHome = { categories: PublicCategory[]; popular: PageLine[] };

export async function helpHome(language: Language): Promise<HelpHome> {
  const [categories, rows] = await Promise.all([
    publicCategories(language),
    db.read.rows<StoredLine>(sql`
      select ${lineColumns} from kb_pages
      where language = ${language} and ${readablePages(null)}
      order by standing desc, article_id desc limit ${raw(String(limits.kbPopularRows))}`),
  ]);
  const shown = new Set(categories.map(({ id }) => id));
  return { categories, popular: rows.map(toLine).filter((line) => shown.has(line.categoryId)) };
}

export type CategoryView = {
  category: PublicCategory;
  path: PublicCategory[];
  parts: PublicCategory[];
  pages: PageLine[];
  /** This category and all that stand in it. */
  inside: PublicCategory[];
  /** The same category in the languages in which it has a name, this one included. */
  translations: { language: Language; slug: string }[];
  next: { title: string; articleId: string } | null;
};

async function categoryIn(id: string): Promise<CategoryView["translations"]> {
  const found = await Promise.all(
    languages.map(async (language) => {
      const slug = (await publicCategories(language)).find((one) => one.id === id)?.slug;
      return slug === undefined ? [] : [{ language, slug }];
    }),
  );
  return found.flat();
}

/** The category at an address, or at one that it had before. */
async function categoryAt(
  categories: readonly PublicCategory[],
  language: Language,
  slug: string,
): Promise<PublicCategory | undefined> {
  const here = categories.find((one) => one.slug === slug);
  if (here !== undefined) return here;
  const [old] = await db.read.rows<{ category_id: string }>(sql`
    select category_id from kb_old_category_slugs
    where language = ${language} and slug = ${slug}`);
  return categories.find(({ id }) => id === old?.category_id);
}

/** What stands in a category and its parts, by name. @throws AppError `not_found`. */
export async function publicCategory(
  language: Language,
  slug: string,
  cursor: { title: string; articleId: string } | undefined,
): Promise<CategoryView> {
  const categories = await publicCategories(language);
  const category = await categoryAt(categories, language, slug);
  if (category === undefined) throw new AppError("not_found");
  const inside = withParts(categories, category.id);
  const after: Sql =
    cursor === undefined
      ? empty
      : sql`and (title, article_id) > (${cursor.title}, ${cursor.articleId}::uuid)`;
  const rows = await db.read.rows<StoredLine>(sql`
    select ${lineColumns} from kb_pages
    where category_id = any(${inside.map(({ id }) => id)}::uuid[]) and language = ${language}
      and ${readablePages(null)} ${after}
    order by title, article_id limit ${raw(String(limits.kbPageRows))}`);
  const pages = rows.map(toLine);
  const last = pages.at(-1);
  const next =
    last !== undefined && pages.length === limits.kbPageRows
      ? { title: last.title, articleId: last.articleId }
      : null;
  return {
    category,
    path: pathTo(categories, category.id),
    parts: categories.filter(({ parentId }) => parentId === category.id),
    pages,
    inside,
    translations: await categoryIn(category.id),
    next,
  };
}
