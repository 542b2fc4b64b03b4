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
  readonly level?: 1 | 2 | undefined;
  readonly className?: string | undefined;
}

/** A part of the screen that scrolls, fails and recovers by itself. */
export function Pane(props: PaneProps) {
  const { label, head, foot, children, scrollRef, level = 2, className } = props;
  const id = useId();
  const Heading = `h${level}` as const;
  return (
    <section
      aria-labelledby={id}
      className={cx("flex min-h-0 min-w-0 flex-1 flex-col bg-surface", className)}
    >
      <Heading id={id} className="sr-only">
        {label}
      </Heading>
      <ErrorBoundary title={`${label} could not be shown`}>
        {head && <div className="shrink-0 border-line border-b">{head}</div>}
        <div ref={scrollRef} className="relative min-h-0 flex-1 overflow-y-auto overscroll-contain">
          {children}
        </div>
        {foot && <div className="shrink-0 border-line border-t">{foot}</div>}
      </ErrorBoundary>
    </section>
  );
}
