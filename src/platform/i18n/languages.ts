/** The languages that the portal speaks; a further one is a folder of messages and a line here. */
export const languages = ["en", "de", "es"] as const;
export type Language = (typeof languages)[number];

/** Each in its own words, so that whoever cannot read the others finds it. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: "English",
  de: "Deutsch",
  es: "Español",
};

/** Dates and numbers where the reader's account says nothing finer. */
const locales: Readonly<Record<Language, string>> = { en: "en-GB", de: "de-DE", es: "es-ES" };

export const languageCookie = "language";

const primaryOf = (tag: string) => tag.trim().toLowerCase().split(/[-_]/u)[0] ?? "";

/** The language of ours that a tag such as "de-AT" asks for; null where we do not speak it. */
export function readLanguage(
  tag: string | null | undefined,
  offered: readonly Language[] = languages,
): Language | null {
  const wanted = primaryOf(tag ?? "");
  return offered.find((language) => language === wanted) ?? null;
}

type Wishes = {
  /** What the account says. */
  readonly account?: string | null | undefined;
  readonly cookie?: string | null | undefined;
  readonly acceptLanguage?: string | null | undefined;
  /** The first is spoken to whoever wishes for none of them. */
  readonly offered?: readonly Language[] | undefined;
};

/** In this order: the account, the cookie, what the browser accepts by its weights, the first offered. */
export function chooseLanguage(wishes: Wishes): Language {
  const { account, cookie, acceptLanguage, offered = languages } = wishes;
  const chosen = readLanguage(account, offered) ?? readLanguage(cookie, offered);
  if (chosen !== null) return chosen;
  for (const tag of acceptedTags(acceptLanguage ?? "")) {
    const language = readLanguage(tag, offered);
    if (language !== null) return language;
  }
  return offered[0] ?? languages[0];
}

function acceptedTags(header: string): string[] {
  return header
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const weight = parameters.find((parameter) => parameter.trim().startsWith("q="));
      const given = weight === undefined ? 1 : Number(weight.trim().slice(2));
      return { tag, weight: Number.isFinite(given) ? given : 0 };
    })
    .filter(({ tag, weight }) => tag !== "" && weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag);
}

/** How dates and numbers are written: as the account says where it says it in the same language. */
export function localeFor(language: Language, account?: string): string {
  return account !== undefined && primaryOf(account) === language && account.includes("-")
    ? account
    : locales[language];
}

/** Which way a language is read. None of ours goes from right to left yet; the layout could. */
export function directionOf(language: string): "ltr" | "rtl" {
  return ["ar", "fa", "he", "ur"].includes(primaryOf(language)) ? "rtl" : "ltr";
}
