import type { ReactNode } from "react";
import { cx } from "./cx";

interface EmptyStateProps {
  /** Why it is empty. */
  readonly title: string;
  readonly children?: ReactNode;
  /** The one thing to do next. */
  readonly action?: ReactNode;
  readonly icon?: ReactNode;
  readonly level?: 1 | 2 | 3 | undefined;
  readonly className?: string | undefined;
}

export function EmptyState({
  title,
  children,
  action,
  icon,
  level = 2,
  className,
}: EmptyStateProps) {
  const Heading = `h${level}` as const;
  return (
    <div className={cx("flex flex-col items-center gap-3 p-8 text-center", className)}>
      {icon && <span className="text-ink-3">{icon}</span>}
      <Heading className="text-heading text-ink">{title}</Heading>
      {children && <div className="max-w-prose text-body text-ink-2">{children}</div>}
      {action}
    </div>
  );
}
