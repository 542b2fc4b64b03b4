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

/** The first language of a browser's list that we write in; English where there is none. */
export function preferredLanguage(acceptLanguage: string | null): Language {
  const wanted = (acceptLanguage ?? "")
    .slice(0, 200)
    .split(",")
    .map((part) => part.trim().slice(0, 2).toLowerCase());
  return wanted.find(isLanguage) ?? "en";
}
