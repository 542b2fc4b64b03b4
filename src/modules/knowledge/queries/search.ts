import type { Actor } from "@/platform/auth/actor";
import { db, raw, type Sql, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { mayReadPage, readablePages } from "../access";
import { configOf } from "../commands/page";
import { allOf, anyOf, wordsOf } from "../rules/asked";
import type { Language } from "../rules/languages";
import type { PageLine } from "../types";
import { lineColumns, type StoredLine, toLine } from "./row";
import { mended, rarest } from "./words";

type Reader = Pick<Actor, "audience"> | null;
type Asked = { language: Language; reader: Reader; query: string; rows: number };
type Hit = StoredLine & { internal: boolean };

/** A literal, so that the index of this language alone is looked into. */
const languageIs: Readonly<Record<Language, Sql>> = {
  en: raw("kb_pages.language = 'en'"),
  de: raw("kb_pages.language = 'de'"),
  es: raw("kb_pages.language = 'es'"),
};
const most = (count: number) => raw(String(count));

/**
 * Pages that fit a question, best first. Each part looks at a bounded number of them: the best pages
 * answer a common word, so that nobody ranks a third of all there are; a rare one comes from the
 * index. Ranked by where the words stand (the title before the text), then by votes and freshness.
 */
async function pagesFitting({ language, reader, query, rows }: Asked): Promise<PageLine[]> {
  const asked = sql`to_tsquery(${configOf(language)}, ${query})`;
  const mine = sql`${languageIs[language]} and ${readablePages(reader)}`;
  const hits = await db.search.rows<Hit>(sql`
    with best as materialized (
      select article_id, words from kb_pages where ${mine}
      order by standing desc, article_id desc limit ${most(limits.kbProbeRows)}),
    common as materialized (
      select article_id from best where words @@ ${asked} limit ${most(limits.kbProbeHitsMax)}),
    named as materialized (
      select article_id from kb_pages where ${mine} and title_words @@ ${asked}
      limit ${most(limits.kbCandidateRows)}),
    rare as materialized (
      select article_id from kb_pages where ${mine} and words @@ ${asked}
        and (select count(*) from common) < ${most(limits.kbProbeHitsMax)}
      limit ${most(limits.kbCandidateRows)}),
    found as (select article_id from common union select article_id from named
      union select article_id from rare)
    select ${lineColumns}, kb_pages.internal
    from found join kb_pages on kb_pages.article_id = found.article_id and ${mine}
    order by ts_rank('{0.05, 0.1, 0.2, 1.0}', words, ${asked}, 1) * (0.5 + standing)
      * (0.8 + 0.2 * exp(extract(epoch from changed_at - now()) / 31536000)) desc, article_id desc
    limit ${most(rows)}`);
  // Said once more by the predicate: what one may not read leaves no statement of ours.
  return hits.filter((hit) => mayReadPage(reader, hit)).map(toLine);
}

export type Found = {
  pages: PageLine[];
  /** What was searched for instead, where nothing was called as it was typed. */
  instead: string | null;
};

/** @throws AppError `search_stopped`, `search_busy`. */
export async function searchPages(
  reader: Reader,
  { language, text, typing }: { language: Language; text: string; typing: boolean },
): Promise<Found> {
  const words = wordsOf(text);
  if (words.length === 0) return { pages: [], instead: null };
  const about = { language, reader, rows: limits.kbFoundRows };
  const pages = await pagesFitting({ ...about, query: allOf(words, typing) });
  if (pages.length > 0) return { pages, instead: null };
  const other = await mended(language, words);
  if (other === null) return { pages, instead: null };
  const found = await pagesFitting({ ...about, query: allOf(other, false) });
  return { pages: found, instead: found.length === 0 ? null : other.join(" ") };
}

/** Pages that may answer what somebody writes about, by the words that say most of it. */
export async function suggestedPages(
  reader: Reader,
  { language, text }: { language: Language; text: string },
): Promise<PageLine[]> {
  const words = await rarest(language, wordsOf(text));
  if (words.length === 0) return [];
  const about = { language, reader, rows: limits.kbSuggestedRows };
  const all = words.length > 1 ? await pagesFitting({ ...about, query: allOf(words, false) }) : [];
  return all.length > 0 ? all : pagesFitting({ ...about, query: anyOf(words) });
}
