import type { Say } from "@/platform/i18n/client";
import { ButtonLink } from "@/ui/button-link";
import { EmptyState } from "@/ui/empty-state";
import type { Found } from "../../queries/search";
import type { PublicCategory } from "../../schema";
import { PageList } from "./page-list";

interface SearchResultsProps {
  readonly say: Say<"help">;
  readonly language: string;
  readonly asked: string;
  /** null: the search could not be answered. */
  readonly found: Found | null;
  readonly categories: readonly PublicCategory[];
}

/** What was found; without anything the way on leads to a question, with its words. */
export function SearchResults({ say, asked, found, categories }: SearchResultsProps) {
  const words = asked;
  const ask = (
    <ButtonLink href={`/portal/ask?${new URLSearchParams({ subject: asked })}`}>
      {say("askWith", { words })}
    </ButtonLink>
  );
  if (found === null)
    return (
      <EmptyState title={say("busy")} action={ask}>
        {say("busyText")}
      </EmptyState>
    );
  const shown = new Set(categories.map(({ id }) => id));
  const pages = found.pages.filter(({ categoryId }) => shown.has(categoryId));
  if (pages.length === 0)
    return (
      <EmptyState title={say("foundNone", { words })} action={ask}>
        {say("foundNoneText")}
      </EmptyState>
    );
  return (
    <section aria-labelledby="found" className="flex flex-col gap-3">
      <h2 id="found" className="text-title">
        {say("found", { words, count: pages.length })}
      </h2>
      {found.instead !== null && (
        <p role="status" className="text-ink-2">
          {say("instead", { words, other: found.instead })}
        </p>
      )}
      <PageList
        label={say("found", { words, count: pages.length })}
        pages={pages}
        categories={categories}
        from={asked}
      />
      <p className="flex flex-wrap items-center gap-3 border-line border-t pt-4">
        {say("stillOpen")} {ask}
      </p>
    </section>
  );
}
