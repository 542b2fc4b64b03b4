/** The languages in which we write to people. */
export const languages = ["en", "de", "es"] as const;
export type Language = (typeof languages)[number];

const isLanguage = (value: string): value is Language =>
  languages.some((language) => language === value);

/** The language that somebody chose, else that of their browser's, else English. */
export function languageOf(person: { language: string | null; locale: string }): Language {
  const [spoken = ""] = person.locale.toLowerCase().split(/[-_]/);
  return [person.language ?? "", spoken].find(isLanguage) ?? "en";
}
