import type { ReactNode } from "react";
import { languageNames, localeFor, type Say } from "@/platform/i18n/client";
import { ButtonLink } from "@/ui/button-link";
import { TextLink } from "@/ui/text-link";
import type { PageView } from "../../queries/pages";
import { Crumbs } from "./crumbs";
import { hrefOf } from "./href";
import { PageList } from "./page-list";
import { Vote } from "./vote";

interface HelpArticleProps {
  readonly say: Say<"help">;
  readonly view: PageView;
  readonly here: string;
  /** The address of the installation, for those who read the page's data. */
  readonly site: string;
  /** What the reader has just said of it. */
  readonly voted: string | null;
  readonly reasonCharsMax: number;
  /** The cleaned text. */
  readonly children: ReactNode;
}

const contentsFrom = 2;

/** One article, whole without any script. */
export function HelpArticle(props: HelpArticleProps) {
  const { say, view, here, voted, reasonCharsMax, children } = props;
  const { page, path, related, translations } = view;
  const { language } = page;
  const others = translations.filter((one) => one.language !== language);
  const changed = new Intl.DateTimeFormat(localeFor(language), {
    dateStyle: "long",
    timeZone: "UTC",
  }).format(new Date(page.changedAt));
  return (
    <div lang={language} className="flex flex-col gap-6">
      <script type="application/ld+json">{dataOf(props)}</script>
      <Crumbs say={say} language={language} path={path} />
      <article className="flex flex-col gap-4">
        <h1 className="text-display">{page.title}</h1>
        <p className="text-ink-2 text-ui">
          <time dateTime={page.changedAt}>{say("updated", { date: changed })}</time>
        </p>
        {page.headings.length >= contentsFrom && (
          <nav
            aria-labelledby="contents"
            className="rounded-card border border-line bg-surface p-4"
          >
            <h2 id="contents" className="text-heading">
              {say("contents")}
            </h2>
            <ol className="mt-1 flex flex-col">
              {page.headings.map(({ id, level, text }) => (
                <li key={id} className={level === 3 ? "ps-4" : undefined}>
                  <a
                    href={`#${id}`}
                    className="inline-flex min-h-control items-center text-link underline"
                  >
                    {text}
                  </a>
                </li>
              ))}
            </ol>
          </nav>
        )}
        {children}
      </article>
      <Vote
        say={say}
        articleId={page.articleId}
        language={language}
        here={here}
        voted={voted}
        reasonCharsMax={reasonCharsMax}
      />
      {related.length > 0 && (
        <section aria-labelledby="related" className="flex flex-col gap-2">
          <h2 id="related" className="text-title">
            {say("related")}
          </h2>
          <PageList
            label={say("related")}
            pages={related}
            categories={view.relatedCategories}
            withSummary={false}
          />
        </section>
      )}
      {others.length > 0 && (
        <p className="flex flex-wrap gap-x-3 text-ui">
          {say("otherLanguages")}
          {others.map((one) => (
            <TextLink
              key={one.language}
              lang={one.language}
              href={hrefOf(one.language, one.categorySlug, one.slug)}
            >
              {languageNames[one.language]}
            </TextLink>
          ))}
        </p>
      )}
      <p className="flex flex-wrap items-center gap-3 border-line border-t pt-4">
        {say("stillOpen")}
        <ButtonLink href={`/portal/ask?${new URLSearchParams({ subject: page.title })}`}>
          {say("ask")}
        </ButtonLink>
      </p>
    </div>
  );
}

/** The page for those who read data: what it is, and where it stands. */
function dataOf({ view, here, site, say }: HelpArticleProps): string {
  const { page, path } = view;
  const at = (place: string) => new URL(place, site).href;
  const crumbs = [
    { name: say("title"), href: `/portal/help/${page.language}` },
    ...path.map(({ name, slug }) => ({ name, href: `/portal/help/${page.language}/${slug}` })),
    { name: page.title, href: here },
  ];
  return JSON.stringify([
    {
      "@context": "https://schema.org",
      "@type": "TechArticle",
      headline: page.title,
      description: page.summary,
      inLanguage: page.language,
      datePublished: page.publishedAt,
      dateModified: page.changedAt,
      mainEntityOfPage: at(here),
    },
    {
      "@context": "https://schema.org",
      "@type": "BreadcrumbList",
      itemListElement: crumbs.map(({ name, href }, place) => ({
        "@type": "ListItem",
        position: place + 1,
        name,
        item: at(href),
      })),
    },
  ]).replaceAll("<", "\\u003c");
}
