import type { Actor } from "@/platform/auth/actor";
import { db, raw, type Sql, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { mayReadPage, readablePages, readsInternal } from "../access";
import { configOf } from "../commands/page";
import { allOf, anyOf, wordsOf } from "../rules/asked";
import type { Language } from "../rules/languages";
import type { PageLine } from "../types";
import { publicCategories } from "./categories";
import { lineColumns, type StoredLine, toLine } from "./row";
import { mended } from "./words";

export type Reader = Pick<Actor, "audience"> | null;
type Asked = {
  language: Language;
  reader: Reader;
  query: string;
  /** Any of its words: a title that says some of them is better than one that says none. */
  any: string;
  rows: number;
};
type Hit = StoredLine & { internal: boolean };

/** A literal, so that the index of this language alone is looked into. */
const languageIs: Readonly<Record<Language, Sql>> = {
  en: raw("kb_pages.language = 'en'"),
  de: raw("kb_pages.language = 'de'"),
  es: raw("kb_pages.language = 'es'"),
};
/** The index of this language and never the table: the migration says why the planner is not asked. */
const saidIn: Readonly<Record<Language, Sql>> = {
  en: raw("public.kb_said_en"),
  de: raw("public.kb_said_de"),
  es: raw("public.kb_said_es"),
};
const most = (count: number) => raw(String(count));

/**
 * Pages that fit a question, best first: by how much of it the title says, then by votes and
 * freshness. Nobody ranks all that say a common word: where many titles say it, those and the best
 * that say it are enough; else the index gives a bounded number of pages that do, and where that is
 * not all, the best come to them. Ranked without the vector of the text, which lies apart from its row.
 */
export async function pagesFitting({
  language,
  reader,
  query,
  any,
  rows,
}: Asked): Promise<PageLine[]> {
  const asked = sql`to_tsquery(${configOf(language)}, ${query})`;
  const mine = sql`${languageIs[language]} and ${readablePages(reader)}`;
  const isNamed = sql`(select count(*) from named) >= ${most(limits.kbNamedRows)}`;
  const isMore = sql`(${isNamed} or (select count(*) from said) >= ${most(limits.kbCandidateRows)})`;
  const [hits, categories] = await Promise.all([
    db.search.rows<Hit>(sql`
      with named as materialized (
        select article_id from kb_pages where ${mine} and title_words @@ ${asked}
        limit ${most(limits.kbNamedRows)}),
      said as materialized (
        select article_id
        from ${saidIn[language]}(${asked}, ${readsInternal(reader)}, ${most(limits.kbCandidateRows)})
          as article_id
        where not ${isNamed}),
      best as materialized (
        select article_id, words from kb_pages where ${isMore} and ${mine}
        order by standing desc, article_id desc limit ${most(limits.kbProbeRows)}),
      found as (select article_id from said union select article_id from named
        union select article_id from best where words @@ ${asked})
      select ${lineColumns}, kb_pages.internal
      from found join kb_pages on kb_pages.article_id = found.article_id and ${mine}
      order by (0.1 + ts_rank(title_words, to_tsquery(${configOf(language)}, ${any}), 1))
        * (0.5 + standing)
        * (0.8 + 0.2 * exp(extract(epoch from changed_at - now()) / 31536000)) desc, article_id desc
      limit ${most(rows)}`),
    readsInternal(reader) ? null : publicCategories(language),
  ]);
  // What stands where no reader gets to leads nowhere.
  const isShown = ({ category_id }: Hit) =>
    categories === null || categories.some(({ id }) => id === category_id);
  // Said once more by the predicate: what one may not read leaves no statement of ours.
  return hits.filter((hit) => mayReadPage(reader, hit) && isShown(hit)).map(toLine);
}

export type Found = {
  pages: PageLine[];
  /** What was searched for instead, where nothing was called as it was typed. */
  instead: string | null;
};

type AskedFor = {
  language: Language;
  text: string;
  /** The last word is not finished. */
  typing: boolean;
  /** Whether other words are tried where nothing says these. */
  mends?: boolean;
};

/** @throws AppError `search_stopped`, `search_busy`. */
export async function searchPages(
  reader: Reader,
  { language, text, typing, mends = true }: AskedFor,
): Promise<Found> {
  const words = wordsOf(text);
  if (words.length === 0) return { pages: [], instead: null };
  const about = { language, reader, rows: limits.kbFoundRows };
  const pages = await pagesFitting({ ...about, query: allOf(words, typing), any: anyOf(words) });
  if (pages.length > 0 || !mends) return { pages, instead: null };
  const other = await mended(language, words);
  if (other === null) return { pages, instead: null };
  const found = await pagesFitting({ ...about, query: allOf(other, false), any: anyOf(other) });
  return { pages: found, instead: found.length === 0 ? null : other.join(" ") };
}
