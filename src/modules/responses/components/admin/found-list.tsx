"use client";

import type { ReactNode } from "react";
import { Button } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { ErrorState } from "@/ui/error-state";
import { SearchField } from "@/ui/search-field";
import { SkeletonRows } from "@/ui/skeleton";
import { AdminRows } from "./admin-page";

interface FoundListProps<Row> {
  readonly label: string;
  /** What narrows it, and what stands in that field. */
  readonly find: string;
  readonly words: string;
  readonly onWords: (words: string) => void;
  readonly query: {
    readonly error: { readonly message: string } | null;
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => Promise<unknown>;
    readonly refetch: () => Promise<unknown>;
  };
  /** What is found; undefined before the first answer. */
  readonly rows: readonly Row[] | undefined;
  /** Before there is any, and when none is called so. */
  readonly none: { readonly title: string; readonly says?: string };
  readonly nothing: string;
  readonly children: (row: Row) => ReactNode;
}

/** What an admin keeps by name: a field that narrows it, page after page, and what is wrong with it. */
export function FoundList<Row>(props: FoundListProps<Row>) {
  const { label, find, words, onWords, query, rows, none, nothing, children } = props;
  const things = label.toLowerCase();
  const isAll = words.trim() === "";
  return (
    <>
      <SearchField label={find} words={words} onWords={onWords} className="max-w-narrow" />
      {rows === undefined && query.error === null && (
        <SkeletonRows rows={6} label={`Loading ${things}`} />
      )}
      {rows === undefined && query.error !== null && (
        <ErrorState title={`${label} could not be loaded`} onRetry={() => void query.refetch()}>
          {query.error.message}
        </ErrorState>
      )}
      {rows?.length === 0 && (
        <EmptyState title={isAll ? none.title : "Nothing found"}>
          {isAll ? none.says : nothing}
        </EmptyState>
      )}
      {rows !== undefined && rows.length > 0 && (
        <AdminRows label={label}>{rows.map(children)}</AdminRows>
      )}
      {query.hasNextPage && (
        <Button
          className="self-start"
          busy={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          Show more
        </Button>
      )}
    </>
  );
}
