import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { cache } from "react";
import { isLanguage } from "@/modules/knowledge/client";
import { HelpCategory } from "@/modules/knowledge/components/portal/help-category";
import { env } from "@/platform/env";
import { sayIn } from "@/platform/i18n";
import { isId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { callerOfPage } from "@/trpc/page";

type PageProps = {
  params: Promise<{ language: string; category: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const read = cache(async (language: string, slug: string, title: string, articleId: string) => {
  if (!isLanguage(language)) notFound();
  const { knowledge } = await callerOfPage();
  const cursor = isId(articleId) ? { title, articleId } : undefined;
  const view = await knowledge.category({ language, slug, cursor }).catch(() => null);
  return view === null ? notFound() : { language, view };
});

async function readFrom({ params, searchParams }: PageProps) {
  const { language, category } = await params;
  const { after, title } = await searchParams;
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  const named = text(title).slice(0, limits.kbTitleCharsMax);
  const found = await read(language, category.slice(0, limits.kbSlugCharsMax), named, text(after));
  // An address that it had before leads to the one that it has.
  const { slug } = found.view.category;
  if (slug !== category) permanentRedirect(`/portal/help/${found.language}/${slug}`);
  return found;
}

export async function generateMetadata(props: PageProps): Promise<Metadata> {
  const { language, view } = await readFrom(props);
  const { name, slug, summary } = view.category;
  const description = summary === "" ? undefined : summary;
  const here = `/portal/help/${language}/${slug}`;
  return {
    metadataBase: new URL(env().PUBLIC_WEB_URL),
    title: name,
    description,
    alternates: {
      canonical: here,
      languages: Object.fromEntries(
        view.translations.map((one) => [one.language, `/portal/help/${one.language}/${one.slug}`]),
      ),
    },
    openGraph: { type: "website", title: name, description, url: here, locale: language },
  };
}

export default async function HelpCategoryPage(props: PageProps) {
  const { language, view } = await readFrom(props);
  return <HelpCategory say={sayIn(language, "help")} language={language} view={view} />;
}
