import { cookies, headers } from "next/headers";
import { cache } from "react";
import { sayIn, wordsIn } from "@/platform/i18n";
import {
  chooseLanguage,
  type Language,
  languageCookie,
  type Namespace,
  type Say,
  type WordsOf,
} from "@/platform/i18n/client";
import { callerOfPage, readActorOfPage } from "./page";

/** Who reads this page, and how they read; asked once a page, whoever needs it. */
export const meOfPage = cache(async () => (await callerOfPage()).identity.me());

/** Nobody who is not signed in is asked who they are: that would take from what they may ask. */
const readerOfPage = async () => ((await readActorOfPage()) === null ? null : meOfPage());

/** What the installation is called and looks like; its own name while the database is away. */
const lookOfPage = cache(async () => {
  const { workspace } = await callerOfPage();
  return workspace.look().catch(() => null);
});

/** The language in which this page speaks: the account's, the cookie's, or what the browser accepts. */
export const languageOfPage = cache(async (): Promise<Language> => {
  const [jar, given] = await Promise.all([cookies(), headers()]);
  // Nobody is signed in, or the store is away: the page that says so still has its words.
  const [reader, look] = await Promise.all([readerOfPage().catch(() => null), lookOfPage()]);
  return chooseLanguage({
    account: reader?.language,
    cookie: jar.get(languageCookie)?.value,
    acceptLanguage: given.get("accept-language"),
    offered: look?.languages,
  });
});

/** Says the texts of one namespace in the language of this page. */
export async function sayOfPage<Name extends Namespace>(namespace: Name): Promise<Say<Name>> {
  return sayIn(await languageOfPage(), namespace);
}

/** What a `WordsProvider` takes: the language, and the texts that components in browsers say. */
export async function wordsOfPage(
  ...namespaces: Namespace[]
): Promise<{ language: Language; words: Partial<WordsOf> }> {
  const language = await languageOfPage();
  return { language, words: wordsIn(language, namespaces) };
}

/** Everything that the frame of a customer's page needs: words, look, and which way it is read. */
export async function frameOfPage(...namespaces: Namespace[]) {
  const [spoken, look] = await Promise.all([wordsOfPage(...namespaces), lookOfPage()]);
  return {
    spoken,
    name: look?.name ?? "InsightDesk",
    logo: look?.logo ?? null,
    accent: look?.accent ?? null,
    offered: look?.languages,
  };
}

/** What customers should know of before they ask, in the languages in which it was written. */
export const troubleOfPage = async () => (await lookOfPage())?.trouble ?? {};
