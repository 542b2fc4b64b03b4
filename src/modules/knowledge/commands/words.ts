import { sql, type Transaction } from "@/platform/database";
import type { Language } from "../rules/languages";

const written = (text: string) => sql`
  select word from unnest(tsvector_to_array(
    to_tsvector('public.helpdesk_plain', translate(left(${text}::text, 100000), '-_/#<>&', '       ')))) as word
  where word ~ '^[[:alpha:]]{3,30}$'`;

/**
 * Keeps the list by which typing errors are mended: the words of public pages and of nothing else.
 * What a page no longer says, or is no longer said in public, leaves it.
 */
export async function learnWords(
  tx: Transaction,
  language: Language,
  { before, after }: { before: string; after: string },
): Promise<void> {
  if (before === after) return;
  // One after the other: two that publish the same words would wait for each other.
  await tx.rows(sql`select pg_advisory_xact_lock(hashtext('kb words'))`);
  await tx.rows(sql`
    with gone as (${written(before)} except ${written(after)})
    delete from kb_words using gone
    where kb_words.language = ${language} and kb_words.word = gone.word and pages = 1`);
  await tx.rows(sql`
    with gone as (${written(before)} except ${written(after)})
    update kb_words set pages = kb_words.pages - 1 from gone
    where kb_words.language = ${language} and kb_words.word = gone.word and pages > 1`);
  await tx.rows(sql`
    with come as (${written(after)} except ${written(before)})
    insert into kb_words (language, word, pages, forms)
    select ${language}, word, 1, array(
      select word union
      select overlay(word placing '' from at for 1) from generate_series(1, char_length(word)) at)
    from come
    on conflict (language, word) do update set pages = kb_words.pages + 1`);
}
