import type { Say } from "@/platform/i18n/client";
import { EmptyState } from "@/ui/empty-state";
import { TextLink } from "@/ui/text-link";
import type { CategoryView } from "../../queries/pages";
import { Crumbs } from "./crumbs";
import { CategoryCards } from "./help-home";
import { HelpSearch } from "./help-search";
import { PageList } from "./page-list";

interface HelpCategoryProps {
  readonly say: Say<"help">;
  readonly language: string;
  readonly view: CategoryView;
}

export function HelpCategory({ say, language, view }: HelpCategoryProps) {
  const { category, path, parts, pages, inside, next } = view;
  const more =
    next === null ? "" : `?${new URLSearchParams({ after: next.articleId, title: next.title })}`;
  return (
    <div lang={language} className="flex flex-col gap-6">
      <Crumbs say={say} language={language} path={path.slice(0, -1)} />
      <div>
        <h1 className="text-display">{category.name}</h1>
        {category.summary !== "" && <p className="mt-1 text-ink-2">{category.summary}</p>}
      </div>
      {parts.length > 0 && (
        <section aria-label={say("parts")}>
          <CategoryCards language={language} categories={parts} />
        </section>
      )}
      {pages.length === 0 ? (
        <EmptyState title={say("emptyCategory")} />
      ) : (
        <PageList label={category.name} pages={pages} categories={inside} />
      )}
      {next !== null && (
        <p>
          <TextLink href={`/portal/help/${language}/${category.slug}${more}`}>
            {say("more")}
          </TextLink>
        </p>
      )}
      <HelpSearch say={say} language={language} asked="" />
    </div>
  );
}
