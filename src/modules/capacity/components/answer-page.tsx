"use client";

import type { ReactNode } from "react";
import { ErrorState } from "@/ui/error-state";
import { HealthGlyph } from "@/ui/glyphs";
import { Skeleton } from "@/ui/skeleton";
import type { Health } from "./process-health";

interface AnswerPageProps {
  readonly title: string;
  /** The answer as a sentence; absent until it is there. */
  readonly answer: { readonly health: Health; readonly sentence: string } | undefined;
  readonly query: {
    readonly error: { readonly message: string } | null;
    readonly refetch: () => unknown;
  };
  readonly children: ReactNode;
}

/** An admin page: the answer first, then what it is made of; an older answer says that it is older. */
export function AnswerPage({ title, answer, query, children }: AnswerPageProps) {
  if (answer === undefined && query.error !== null)
    return (
      <ErrorState title="Nothing to show" onRetry={() => void query.refetch()}>
        {query.error.message}
      </ErrorState>
    );
  return (
    <div className="flex min-w-0 flex-col gap-6 p-4 md:p-6">
      <h1 className="sr-only">{title}</h1>
      {answer === undefined ? (
        <Skeleton className="h-8 w-80" />
      ) : (
        <p role="status" className="flex items-center gap-3 text-title">
          <HealthGlyph health={answer.health} className="size-6 shrink-0" />
          {answer.sentence}
        </p>
      )}
      {query.error !== null && answer !== undefined && (
        <p className="text-ui text-warn">The last question was not answered. This is older.</p>
      )}
      {children}
    </div>
  );
}
