import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { after } from "next/server";
import { isLanguage } from "@/modules/knowledge/client";
import { HelpHome } from "@/modules/knowledge/components/portal/help-home";
import { SearchResults } from "@/modules/knowledge/components/portal/search-results";
import { KnownTrouble } from "@/modules/workspace/components/known-trouble";
import { env } from "@/platform/env";
import { sayIn } from "@/platform/i18n";
import { languages } from "@/platform/i18n/client";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { frameOfPage, troubleOfPage } from "@/trpc/language";
import { callerOfPage } from "@/trpc/page";

type PageProps = {
  params: Promise<{ language: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const askedOf = (q: string | string[] | undefined): string =>
  typeof q === "string" ? q.trim().slice(0, limits.kbSearchCharsMax) : "";

export async function generateMetadata({ params, searchParams }: PageProps): Promise<Metadata> {
  const { language } = await params;
  if (!isLanguage(language)) return {};
  const say = sayIn(language, "help");
  const asked = askedOf((await searchParams).q);
  const here = `/portal/help/${language}`;
  const offered = (await frameOfPage()).offered ?? languages;
  const [title, description] = [say("title"), say("lead")];
  return {
    metadataBase: new URL(env().PUBLIC_WEB_URL),
    title,
    description,
    openGraph: { type: "website", title, description, url: here, locale: language },
    alternates: {
      canonical: here,
      languages: Object.fromEntries(offered.map((one) => [one, `/portal/help/${one}`])),
    },
    // What somebody searched for is no page of its own.
    ...(asked === "" ? {} : { robots: { index: false, follow: true } }),
  };
}

export default async function HelpHomePage({ params, searchParams }: PageProps) {
  const { language } = await params;
  if (!isLanguage(language)) notFound();
  const asked = askedOf((await searchParams).q);
  const { knowledge } = await callerOfPage();
  const [home, trouble, found] = await Promise.all([
    knowledge.home({ language }),
    troubleOfPage(),
    asked === ""
      ? undefined
      : // A search that cannot be answered says so in its place; the topics are still there.
        knowledge.search({ language, words: asked }).catch(() => null),
  ]);
  if (found)
    after(() =>
      knowledge
        .noteSearch({ commandId: newId(), language, words: asked, found: found.pages.length })
        .catch(() => undefined),
    );
  const say = sayIn(language, "help");
  return (
    <HelpHome say={say} language={language} home={home} asked={asked}>
      <KnownTrouble say={sayIn(language, "home")} trouble={trouble} language={language} />
      {found !== undefined && (
        <SearchResults
          say={say}
          asked={asked}
          found={found}
          categories={home.categories}
          language={language}
        />
      )}
    </HelpHome>
  );
}
