import { cleanedToText, markdownToHtml } from "@/platform/content";
import { raw, type Sql, sql, type Transaction } from "@/platform/database";
import type { Language } from "../rules/languages";
import { outlineOf, summaryOf } from "../rules/outline";
import { standingOf } from "../rules/standing";
import { learnWords } from "./words";

type Of = { articleId: string; language: Language };
type Before = { internal: boolean; title: string; body_text: string };

/** The words of a text in their language's stems; a literal, so that indexes can be used. */
const configs: Readonly<Record<Language, Sql>> = {
  en: raw("'public.kb_en'"),
  de: raw("'public.kb_de'"),
  es: raw("'public.kb_es'"),
};
export const configOf = (language: Language): Sql => configs[language];

const vector = (language: Language, text: string): Sql => sql`
  to_tsvector(${configOf(language)}, translate(left(${text}::text, 100000), '-_/#<>&', '       '))`;

const saysInPublic = (page: Before | undefined): string =>
  page === undefined || page.internal ? "" : `${page.title} ${page.body_text}`;

const pageBefore = ({ articleId, language }: Of, tx: Transaction) =>
  tx.first<Before>(sql`
    select internal, title, body_text from kb_pages
    where article_id = ${articleId} and language = ${language} for update`);

/** What readers have said of a page: what was taken from them and comes back begins where it ended. */
async function countsOf({ articleId, language }: Of, tx: Transaction) {
  const counted = await tx.first<{ helpful: number; unhelpful: number; solved: number }>(sql`
    select count(*) filter (where kb_votes.helpful)::int as helpful,
      count(*) filter (where not kb_votes.helpful)::int as unhelpful,
      coalesce((select solved_before from kb_translations
        where article_id = ${articleId} and language = ${language}), 0) as solved
    from kb_votes where article_id = ${articleId} and language = ${language}`);
  return counted ?? { helpful: 0, unhelpful: 0, solved: 0 };
}

/** Puts one version before its readers, in the place of the one that was there. */
export async function putPage(
  tx: Transaction,
  of: Of & { version: number; slug: string },
  now: Date,
): Promise<void> {
  const { articleId, language, version, slug } = of;
  const written = await tx.first<{
    title: string;
    body: string;
    category_id: string;
    internal: boolean;
  }>(sql`
    select kb_versions.title, kb_versions.body, kb_articles.category_id, kb_articles.internal
    from kb_versions join kb_articles on kb_articles.id = kb_versions.article_id
    where kb_versions.article_id = ${articleId} and kb_versions.language = ${language}
      and kb_versions.version = ${version}`);
  if (written === undefined) throw new Error(`Broken invariant: ${articleId} has no ${version}`);
  const before = await pageBefore(of, tx);
  const { title, body, category_id: categoryId, internal } = written;
  const { html, headings } = outlineOf(markdownToHtml(body));
  const text = cleanedToText(html);
  const { helpful, unhelpful, solved } = await countsOf(of, tx);
  const standing = standingOf({ helpful, unhelpful, solved });
  await tx.rows(sql`
    insert into kb_pages (article_id, language, category_id, internal, slug, title, summary, html,
      body_text, headings, version, published_at, changed_at, helpful, unhelpful, solved, standing,
      title_words, words)
    values (${articleId}, ${language}, ${categoryId}, ${internal}, ${slug}, ${title},
      ${summaryOf(text)}, ${html}, ${text}, ${JSON.stringify(headings)}, ${version}, ${now}, ${now},
      ${helpful}, ${unhelpful}, ${solved}, ${standing}, ${vector(language, title)},
      setweight(${vector(language, title)}, 'A') || setweight(${vector(language, text)}, 'C'))
    on conflict (article_id, language) do update set category_id = excluded.category_id,
      internal = excluded.internal, slug = excluded.slug, title = excluded.title,
      summary = excluded.summary, html = excluded.html, body_text = excluded.body_text,
      headings = excluded.headings, version = excluded.version, changed_at = excluded.changed_at,
      title_words = excluded.title_words, words = excluded.words`);
  await learnWords(tx, language, {
    before: saysInPublic(before),
    after: saysInPublic({ internal, title, body_text: text }),
  });
}

/** Takes a page away from its readers. */
export async function takePage(tx: Transaction, of: Of): Promise<void> {
  const before = await pageBefore(of, tx);
  if (before === undefined) return;
  await tx.rows(sql`
    update kb_translations set solved_before = kb_pages.solved from kb_pages
    where kb_pages.article_id = ${of.articleId} and kb_pages.language = ${of.language}
      and kb_translations.article_id = kb_pages.article_id
      and kb_translations.language = kb_pages.language`);
  await tx.rows(sql`
    delete from kb_pages where article_id = ${of.articleId} and language = ${of.language}`);
  await learnWords(tx, of.language, { before: saysInPublic(before), after: "" });
}

/** What stands on no version: where the page belongs, and who may read it. */
export async function movePage(
  tx: Transaction,
  of: Of & { categoryId: string; internal: boolean },
): Promise<void> {
  const before = await pageBefore(of, tx);
  if (before === undefined) return;
  const { articleId, language, categoryId, internal } = of;
  await tx.rows(sql`
    update kb_pages set category_id = ${categoryId}, internal = ${internal}
    where article_id = ${articleId} and language = ${language}`);
  await learnWords(tx, language, {
    before: saysInPublic(before),
    after: saysInPublic({ ...before, internal }),
  });
}
