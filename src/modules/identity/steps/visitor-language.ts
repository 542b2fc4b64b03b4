import { chooseLanguage, type Language, languageCookie } from "@/platform/i18n/client";

type Headers = { get(name: string): string | null };

const cookieOf = (header: string | null) =>
  (header ?? "")
    .split(";")
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${languageCookie}=`))
    ?.slice(languageCookie.length + 1);

/** The language of somebody who is not signed in yet, by what the request says. */
export function visitorLanguage(headers: Headers): Language {
  return chooseLanguage({
    cookie: cookieOf(headers.get("cookie")),
    acceptLanguage: headers.get("accept-language"),
  });
}
