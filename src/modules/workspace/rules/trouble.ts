import type { Language } from "@/platform/i18n/languages";

/** What is known to be wrong just now, in the languages in which it was written. */
export type Trouble = Partial<Record<Language, string>>;

/**
 * The words for a reader: in their language, else in the first of `languages` in which it was written,
 * which is better than none; null without trouble.
 */
export function troubleFor(
  trouble: Trouble,
  reads: Language,
  languages: readonly Language[],
): { language: Language; text: string } | null {
  for (const language of [reads, ...languages]) {
    const text = trouble[language];
    if (text !== undefined) return { language, text };
  }
  return null;
}
