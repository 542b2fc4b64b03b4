"use client";

import { type ReactNode, type Ref, useId } from "react";
import { cx } from "../cx";
import { ErrorBoundary } from "./error-boundary";

interface PaneProps {
  /** Its name, as a heading that is heard; `head` shows whatever is to be seen. */
  readonly label: string;
  /** Stands still above what scrolls, and below it `foot`. */
  readonly head?: ReactNode;
  readonly foot?: ReactNode;
  readonly children: ReactNode;
  /** The element that scrolls, for virtual rows and for going back to a place. */
  readonly scrollRef?: Ref<HTMLDivElement> | undefined;
  /** Tab stops at what scrolls, so that keys scroll it; false where it holds stops of its own. */
  readonly scrollStop?: boolean | undefined;
  readonly level?: 1 | 2 | undefined;
  readonly className?: string | undefined;
}

/**
 * A part of the screen that scrolls, fails and recovers by itself. On a screen with the height of
 * a few lines (400 % zoom) all of it scrolls, or head and foot would leave no room to read.
 */
export function Pane(props: PaneProps) {
  const { label, head, foot, children, scrollRef, scrollStop = true, level = 2, className } = props;
  const id = useId();
  const Heading = `h${level}` as const;
  return (
    <section
      aria-labelledby={id}
      className={cx(
        "flex min-h-0 min-w-0 flex-1 flex-col bg-surface short:overflow-y-auto",
        className,
      )}
    >
      <Heading id={id} className="sr-only">
        {label}
      </Heading>
      <ErrorBoundary title={`${label} could not be shown`}>
        {head && <div className="shrink-0 border-line border-b">{head}</div>}
        <div
          ref={scrollRef}
          tabIndex={scrollStop ? 0 : undefined}
          className="relative min-h-0 flex-1 overflow-y-auto focus-visible:-outline-offset-2 short:min-h-36"
        >
          {children}
        </div>
        {foot && <div className="shrink-0 border-line border-t">{foot}</div>}
      </ErrorBoundary>
    </section>
  );
}
