import type { ReactNode } from "react";
import { cx } from "./cx";
import { countWords } from "./format/number";
import { softClass, type Tone } from "./tone";

interface CountProps {
  /** null is not known yet: it shows a dash, never 0. */
  readonly value: number | null;
  /** What is counted: "unread", "in this view". */
  readonly label: string;
  readonly tone?: Tone | undefined;
  readonly locale?: string | undefined;
  readonly className?: string | undefined;
}

/** A live count; its figures keep one width, so that a change moves nothing. */
export function Count({ value, label, tone, locale, className }: CountProps) {
  return (
    <span
      className={cx(
        "inline-flex min-w-5 shrink-0 justify-end rounded-full text-small tabular-nums",
        tone === undefined ? "text-ink-2" : cx("justify-center px-1", softClass[tone]),
        className,
      )}
    >
      {countWords(value, locale)}
      <span className="sr-only"> {label}</span>
    </span>
  );
}

interface BadgeProps {
  readonly tone?: Tone | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

export function Badge({ tone = "neutral", className, children }: BadgeProps) {
  return (
    <span
      className={cx(
        "inline-flex items-center gap-1 whitespace-nowrap rounded-control border border-transparent px-1 text-small",
        softClass[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}
