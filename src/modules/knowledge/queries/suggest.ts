import { limits } from "@/platform/limits";
import { allOf, anyOf, wordsOf } from "../rules/asked";
import type { Language } from "../rules/languages";
import type { PageLine } from "../types";
import { pagesFitting, type Reader } from "./search";
import { languagesOf, rarest } from "./words";

async function suggestedIn(
  language: Language,
  reader: Reader,
  said: readonly string[],
): Promise<PageLine[]> {
  const words = await rarest(language, said);
  if (words.length === 0) return [];
  const someWord = anyOf(words);
  const about = { language, reader, any: someWord, rows: limits.kbSuggestedRows };
  const all = words.length > 1 ? await pagesFitting({ ...about, query: allOf(words, false) }) : [];
  return all.length > 0 ? all : pagesFitting({ ...about, query: someWord });
}

/**
 * Pages that may answer what somebody writes about, by the words that say most of it, in the language
 * in which it is written: people do not always write in the one that they read.
 */
export async function suggestedPages(
  reader: Reader,
  { language, text }: { language: Language; text: string },
): Promise<PageLine[]> {
  const words = wordsOf(text);
  for (const one of await languagesOf(words, language)) {
    const pages = await suggestedIn(one, reader, words);
    if (pages.length > 0) return pages;
  }
  return [];
}
