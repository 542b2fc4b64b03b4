"use client";

import { trpc } from "@/trpc/client";
import { ButtonLink } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { ErrorState } from "@/ui/error-state";
import { SkeletonRows } from "@/ui/skeleton";
import { WideTable } from "@/ui/wide-table";
import { languageNames } from "../../rules/languages";
import { DeskPage } from "./desk-page";
import { refusalWords } from "./use-change";

const whys = {
  empty: "Nothing was found",
  not_clicked: "Nothing of what was found was opened",
} as const;

/** What people searched for in vain: the articles that are still to be written. */
export function MissingPage() {
  const query = trpc.knowledge.missing.useQuery();
  const missing = query.data?.missing;
  return (
    <DeskPage
      title="What is missing"
      says="What was searched for in vain within the last 90 days, most often first. Who it was is not kept."
    >
      {query.error !== null && (
        <ErrorState onRetry={() => void query.refetch()}>{refusalWords(query.error)}</ErrorState>
      )}
      {missing === undefined && query.error === null && (
        <SkeletonRows rows={6} label="Loading searches" />
      )}
      {missing?.length === 0 && (
        <EmptyState title="Nothing was searched for in vain">
          Searches of the help centre without an answer appear here.
        </EmptyState>
      )}
      {missing !== undefined && missing.length > 0 && (
        <WideTable label="Searches without an answer">
          <table className="w-full text-ui">
            <caption className="sr-only">Searches without an answer</caption>
            <thead>
              <tr className="border-line border-b text-ink-2 text-small [&>th]:px-2 [&>th]:py-2 [&>th]:text-start">
                <th scope="col">Words</th>
                <th scope="col">Language</th>
                <th scope="col">Asked</th>
                <th scope="col">Why it is here</th>
                <th scope="col">
                  <span className="sr-only">What to do</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {missing.map(({ language, words, asked, why }) => (
                <tr
                  key={`${language} ${words}`}
                  className="border-line border-b [&>*]:px-2 [&>*]:py-2 [&>*]:text-start"
                >
                  <th scope="row" className="break-words font-semibold">
                    {words}
                  </th>
                  <td>{languageNames[language]}</td>
                  <td className="tabular-nums">{asked}</td>
                  <td>{whys[why]}</td>
                  <td>
                    <ButtonLink
                      href={`/knowledge/new?${new URLSearchParams({ title: words, language })}`}
                    >
                      Write it
                    </ButtonLink>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </WideTable>
      )}
    </DeskPage>
  );
}
