/** The languages in which articles are written. */
export const languages = ["en", "de", "es"] as const;
export type Language = (typeof languages)[number];

export const languageNames: Readonly<Record<Language, string>> = {
  en: "English",
  de: "Deutsch",
  es: "Español",
};

export const isLanguage = (text: unknown): text is Language =>
  languages.some((language) => language === text);
