import type { ReactNode } from "react";
import { ErrorState } from "@/ui/error-state";
import { readError } from "./error-words";

/** A part of the context that folds. */
export function Fold({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details open className="border-line border-t">
      <summary className="flex min-h-control items-center px-4 text-ui font-semibold focus-visible:-outline-offset-2">
        <h3 className="min-w-0 truncate text-ui font-semibold">{title}</h3>
      </summary>
      <div className="px-4 pb-4">{children}</div>
    </details>
  );
}

/** One part that could not be loaded; the others stand. */
export function PartError({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { words, reference } = readError(error);
  return (
    <ErrorState title="Not loaded" reference={reference} onRetry={onRetry} className="p-2!">
      {words}
    </ErrorState>
  );
}
