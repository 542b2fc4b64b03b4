import { TextLink } from "@/ui/text-link";
import type { PublicCategory } from "../../schema";
import type { PageLine } from "../../types";
import { hrefOf } from "./href";

interface PageListProps {
  readonly label: string;
  readonly pages: readonly PageLine[];
  readonly categories: readonly Pick<PublicCategory, "id" | "slug">[];
  /** What was searched for, so that a click can be counted. */
  readonly from?: string | undefined;
  readonly withSummary?: boolean | undefined;
}

/** Articles to go on to. */
export function PageList({ label, pages, categories, from, withSummary = true }: PageListProps) {
  const slugs = new Map(categories.map(({ id, slug }) => [id, slug]));
  const query = from === undefined ? "" : `?${new URLSearchParams({ from })}`;
  return (
    <ul aria-label={label} className="flex flex-col gap-3">
      {pages.map((page) => (
        <li key={page.articleId}>
          <TextLink
            href={`${hrefOf(page.language, slugs.get(page.categoryId) ?? "all", page.slug)}${query}`}
            className="inline-flex min-h-control items-center font-semibold"
          >
            {page.title}
          </TextLink>
          {withSummary && page.summary !== "" && (
            <p className="text-ink-2 text-ui">{page.summary}</p>
          )}
        </li>
      ))}
    </ul>
  );
}
