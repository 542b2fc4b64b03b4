"use client";

import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button";
import { CopyReference } from "./copy-reference";
import { cx } from "./cx";

interface ErrorStateProps {
  /** What happened. */
  readonly title?: string | undefined;
  /** What became of the work, and what to do. */
  readonly children?: ReactNode;
  readonly reference?: string | undefined;
  readonly onRetry?: (() => void) | undefined;
  readonly className?: string | undefined;
}

/** Takes the place of the one pane that failed. */
export function ErrorState(props: ErrorStateProps) {
  const { title = "This part could not be shown", children, reference, onRetry, className } = props;
  return (
    <div role="alert" className={cx("flex flex-col items-center gap-3 p-8 text-center", className)}>
      <TriangleAlert size={24} aria-hidden="true" className="text-bad" />
      <h2 className="text-heading text-ink">{title}</h2>
      <div className="max-w-prose text-body text-ink-2">
        {children ?? "Nothing is lost. Try again, or go on with the rest of the page."}
      </div>
      {onRetry && <Button onClick={onRetry}>Retry</Button>}
      {reference !== undefined && <CopyReference reference={reference} />}
    </div>
  );
}
