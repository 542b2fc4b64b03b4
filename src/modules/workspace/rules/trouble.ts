import type { Language } from "@/platform/i18n/languages";

/** What is known to be wrong just now, in the languages in which it was written. */
export type Trouble = Partial<Record<Language, string>>;

/** The words for a reader, in a language that they may not read rather than none; null without trouble. */
export function troubleFor(
  trouble: Trouble,
  reads: Language,
): { language: string; text: string } | null {
  const written = Object.entries(trouble);
  const [language, text] = written.find(([one]) => one === reads) ?? written[0] ?? [];
  return language === undefined || text === undefined ? null : { language, text };
}
