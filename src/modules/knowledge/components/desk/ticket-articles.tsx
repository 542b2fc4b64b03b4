"use client";

import Link from "next/link";
import { trpc } from "@/trpc/client";
import { Skeleton } from "@/ui/skeleton";
import { TextLink } from "@/ui/text-link";
import { refusalWords } from "./use-change";

interface TicketArticlesProps {
  readonly number: number;
  readonly subject: string;
}

/** Articles that may answer a ticket, and the way to write the one that is missing. */
export function TicketArticles({ number, subject }: TicketArticlesProps) {
  const query = trpc.knowledge.suggestFor.useQuery(
    { language: "en", words: subject.slice(0, 200) },
    { staleTime: 60_000 },
  );
  const pages = query.data?.pages;
  return (
    <div className="flex flex-col gap-2 text-ui">
      {query.error !== null && <p className="text-bad">{refusalWords(query.error)}</p>}
      {pages === undefined && query.error === null && <Skeleton className="h-5 w-full" />}
      {pages?.length === 0 && <p className="text-ink-2">No article answers this yet.</p>}
      {pages !== undefined && pages.length > 0 && (
        <ul aria-label="Articles that may answer it" className="flex flex-col gap-1">
          {pages.map(({ articleId, language, title }) => (
            <li key={articleId}>
              <Link
                href={`/knowledge/${articleId}?language=${language}`}
                className="inline-flex min-h-control items-center text-link underline"
              >
                <span lang={language}>{title}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <TextLink href={`/knowledge/new?from=${number}`}>Make an article from this ticket</TextLink>
    </div>
  );
}
