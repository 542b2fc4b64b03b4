import type { ReactNode } from "react";
import { cx } from "./cx";

interface WideTableProps {
  /** What the table is about. */
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A table that scrolls by itself where it is wider than the screen, by keyboard as well. */
export function WideTable({ label, className, children }: WideTableProps) {
  return (
    <section
      aria-label={label}
      tabIndex={0}
      className={cx(
        "relative min-w-0 overflow-x-auto rounded-card border border-line bg-surface",
        className,
      )}
    >
      {children}
    </section>
  );
}
