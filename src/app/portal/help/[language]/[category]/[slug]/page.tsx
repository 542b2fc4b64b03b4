import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { after } from "next/server";
import { cache } from "react";
import { MessageBody } from "@/modules/conversations/components/message-body";
import { isLanguage } from "@/modules/knowledge/client";
import { HelpArticle } from "@/modules/knowledge/components/portal/help-article";
import { hrefOf } from "@/modules/knowledge/components/portal/href";
import { env } from "@/platform/env";
import { sayIn } from "@/platform/i18n";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { callerOfPage } from "@/trpc/page";

type PageProps = {
  params: Promise<{ language: string; category: string; slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const read = cache(async (language: string, slug: string) => {
  if (!isLanguage(language)) notFound();
  const { knowledge } = await callerOfPage();
  const view = await knowledge
    .page({ language, slug: slug.slice(0, limits.kbSlugCharsMax) })
    .catch(() => null);
  if (view === null) notFound();
  const here = hrefOf(language, view.path.at(-1)?.slug ?? "", view.page.slug);
  return { language, view, here };
});

/**
 * An address that it had before, or of a category that it has left, leads to the one it has: in one step,
 * however often it moved, because old addresses name the article and not each other. The answer is kept
 * by nobody (a page of a person's language is not), so an article may also get an old address back.
 */
async function readHere({ params }: PageProps) {
  const { language, category, slug } = await params;
  const found = await read(language, slug);
  if (found.here !== hrefOf(found.language, category, slug)) permanentRedirect(found.here);
  return found;
}

export async function generateMetadata(props: PageProps): Promise<Metadata> {
  const { language, view, here } = await readHere(props);
  const { title, summary, publishedAt, changedAt } = view.page;
  return {
    metadataBase: new URL(env().PUBLIC_WEB_URL),
    title,
    description: summary,
    alternates: {
      canonical: here,
      languages: Object.fromEntries(
        view.translations.map((one) => [
          one.language,
          hrefOf(one.language, one.categorySlug, one.slug),
        ]),
      ),
    },
    openGraph: {
      type: "article",
      title,
      description: summary,
      url: here,
      locale: language,
      publishedTime: publishedAt,
      modifiedTime: changedAt,
    },
  };
}

export default async function HelpArticlePage(props: PageProps) {
  const { language, view, here } = await readHere(props);
  const { voted, from } = await props.searchParams;
  const words = typeof from === "string" ? from.slice(0, limits.kbSearchCharsMax) : "";
  if (words !== "") {
    const { knowledge } = await callerOfPage();
    after(() =>
      knowledge
        .noteSearch({ commandId: newId(), language, words, found: null })
        .catch(() => undefined),
    );
  }
  return (
    <HelpArticle
      say={sayIn(language, "help")}
      view={view}
      here={here}
      site={env().PUBLIC_WEB_URL}
      voted={typeof voted === "string" ? voted : null}
      reasonCharsMax={limits.kbReasonCharsMax}
    >
      <MessageBody html={view.page.html} className="max-w-none! text-body" />
    </HelpArticle>
  );
}
