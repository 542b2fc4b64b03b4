import { foldWord, isRun } from "@/modules/filters";
import { db, sql } from "@/platform/database";
import { correctedCharsMin, formsOf, type KnownWord, likelyWords } from "../rules/spelling";

/** For words that no list knows: what was probably meant, by the word as it was written. */
export async function correctionsOf(
  words: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const asked = [...new Set(words)]
    .map((written) => ({ written, folded: foldWord(written) }))
    .filter(({ folded }) => isRun(folded) && folded.length >= correctedCharsMin);
  if (asked.length === 0) return new Map();
  const forms = asked.flatMap(({ folded }) => formsOf(folded));
  // A word is a form of its own, so this finds those that are right, too.
  const near = await db.search.rows<KnownWord>(sql`
    select word, messages from search_words where forms && ${forms}::text[]
    order by messages desc limit 500`);
  const right = new Set(near.map(({ word }) => word));
  const likely = asked
    .filter(({ folded }) => !right.has(folded))
    .map(({ written, folded }) => [written, likelyWords(folded, near)] as const);
  return new Map(likely.filter(([, words]) => words.length > 0));
}

/** The commonest words that begin so: their stems can be shorter than what was typed. */
export async function wordsBeginning(typed: string): Promise<readonly string[]> {
  const beginning = foldWord(typed);
  if (!isRun(beginning) || beginning.length < correctedCharsMin) return [];
  const rows = await db.search.rows<{ word: string }>(sql`
    select word from search_words where word like ${`${beginning}%`}
    order by messages desc limit 5`);
  return rows.map(({ word }) => word);
}
