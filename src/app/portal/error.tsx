"use client";

import { troubleWords as words } from "@/modules/conversations/components/portal/trouble-words";
import { ErrorState } from "@/ui/error-state";

interface ErrorPageProps {
  readonly error: Error & { readonly digest?: string };
  readonly reset: () => void;
}

/** The session store, the database or something else is away: nobody is signed out by that. */
export default function PortalError({ error }: ErrorPageProps) {
  return (
    <ErrorState
      title={words.title}
      reference={error.digest}
      onRetry={() => window.location.reload()}
    >
      {words.text}
    </ErrorState>
  );
}
