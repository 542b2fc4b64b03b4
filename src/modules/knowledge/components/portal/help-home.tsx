import type { ReactNode } from "react";
import type { Say } from "@/platform/i18n/client";
import { ButtonLink } from "@/ui/button-link";
import { EmptyState } from "@/ui/empty-state";
import { SoftLink } from "@/ui/soft-link";
import type { HelpHome as Home } from "../../queries/pages";
import type { PublicCategory } from "../../schema";
import { HelpSearch } from "./help-search";
import { PageList } from "./page-list";

interface HelpHomeProps {
  readonly say: Say<"help">;
  readonly language: string;
  readonly home: Home;
  readonly asked: string;
  /** What was found, where something was searched for. */
  readonly children: ReactNode;
}

/** The way into the help centre: a search, the topics, and what helps most. */
export function HelpHome({ say, language, home, asked, children }: HelpHomeProps) {
  const top = home.categories.filter(({ parentId }) => parentId === null);
  return (
    <div lang={language} className="flex flex-col gap-8">
      <div className="flex flex-col gap-4">
        <h1 className="text-display">{say("lead")}</h1>
        <HelpSearch say={say} language={language} asked={asked} />
      </div>
      {children}
      {top.length === 0 ? (
        <EmptyState
          title={say("none")}
          action={<ButtonLink href="/portal/ask">{say("ask")}</ButtonLink>}
        >
          {say("noneText")}
        </EmptyState>
      ) : (
        <section aria-labelledby="topics" className="flex flex-col gap-3">
          <h2 id="topics" className="text-title">
            {say("categories")}
          </h2>
          <CategoryCards language={language} categories={top} />
        </section>
      )}
      {asked === "" && home.popular.length > 0 && (
        <section aria-labelledby="popular" className="flex flex-col gap-3">
          <h2 id="popular" className="text-title">
            {say("popular")}
          </h2>
          <PageList label={say("popular")} pages={home.popular} categories={home.categories} />
        </section>
      )}
    </div>
  );
}

interface CategoryCardsProps {
  readonly language: string;
  readonly categories: readonly PublicCategory[];
}

export function CategoryCards({ language, categories }: CategoryCardsProps) {
  return (
    <ul className="grid gap-3 md:grid-cols-2">
      {categories.map(({ id, name, slug, summary }) => (
        <li key={id}>
          <SoftLink
            href={`/portal/help/${language}/${slug}`}
            className="flex h-full min-h-control flex-col justify-center gap-1 rounded-card border border-line bg-surface p-4 text-ink no-underline hover:bg-hover"
          >
            <span className="font-semibold text-link underline">{name}</span>
            {summary !== "" && <span className="text-ink-2 text-ui">{summary}</span>}
          </SoftLink>
        </li>
      ))}
    </ul>
  );
}
