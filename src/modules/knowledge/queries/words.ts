import { db, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { isLanguage, type Language, languages } from "../rules/languages";

type Known = { word: string; pages: number | null; nearest: string | null };

/**
 * The words as they were probably meant, null where there is nothing to mend: an unknown one
 * becomes the known one that differs in one letter (one too many, one missing, two exchanged), or
 * else the one that shares most of its parts.
 */
export async function mended(
  language: Language,
  words: readonly string[],
): Promise<string[] | null> {
  const rows = await db.search.rows<Known>(sql`
    select asked.word, known.pages,
      case when known.pages is null and char_length(asked.plain) >= 4 then coalesce(
        (select near.word from kb_words as near
          where near.language = ${language} and near.forms && array(
            select asked.plain union
            select overlay(asked.plain placing '' from at for 1)
            from generate_series(1, least(char_length(asked.plain), 30)) at)
          order by similarity(near.word, asked.plain) desc, near.pages desc, near.word limit 1),
        (select near.word from kb_words as near
          where near.language = ${language} and near.word % asked.plain
          order by similarity(near.word, asked.plain) desc, near.pages desc, near.word limit 1))
      end as nearest
    from (select word, public.search_plain(word) as plain, place
      from unnest(${words}::text[]) with ordinality as one (word, place)) as asked
    left join kb_words as known on known.language = ${language} and known.word = asked.plain
    order by asked.place limit ${raw(String(limits.kbSearchWordsMax))}`);
  const meant = rows.map(({ word, nearest }) => nearest ?? word);
  return rows.some(({ nearest }) => nearest !== null) ? meant : null;
}

/** The words that fewest pages say, then those that none writes so: another form may be written. */
export async function rarest(language: Language, words: readonly string[]): Promise<string[]> {
  if (words.length === 0) return [];
  const rows = await db.search.rows<{ word: string }>(sql`
    select asked.word
    from unnest(${words}::text[]) with ordinality as asked (word, place)
    left join kb_words on kb_words.language = ${language}
      and kb_words.word = public.search_plain(asked.word)
    where char_length(asked.word) > 2
    order by kb_words.pages is null, kb_words.pages, char_length(asked.word) desc, asked.place
    limit ${raw(String(limits.kbRarestWordsMax))}`);
  return rows.map(({ word }) => word);
}

/**
 * In which languages something may be written: those whose pages know most of its words first, the
 * expected one where they know as many. It is looked for in the expected one in any case.
 */
export async function languagesOf(
  words: readonly string[],
  expected: Language,
): Promise<Language[]> {
  if (words.length === 0) return [];
  const rows = await db.search.rows<{ language: string }>(sql`
    select kb_words.language from kb_words
    where kb_words.word in (select public.search_plain(word) from unnest(${words}::text[]) as word)
    group by kb_words.language
    order by count(*) desc, kb_words.language = ${expected} desc, kb_words.language
    limit ${raw(String(languages.length))}`);
  const known = rows.map(({ language }) => language).filter(isLanguage);
  return [...new Set([...known, expected])];
}
