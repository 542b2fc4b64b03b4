import type { ReactNode } from "react";
import { cx } from "./cx";

interface CardProps {
  readonly title?: ReactNode;
  readonly actions?: ReactNode;
  readonly level?: 2 | 3 | 4 | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

export function Card({ title, actions, level = 2, className, children }: CardProps) {
  const Heading = `h${level}` as const;
  return (
    <section className={cx("rounded-card border border-line bg-surface p-4", className)}>
      {(title || actions) && (
        <header className="mb-3 flex flex-wrap items-center justify-between gap-2">
          {title && <Heading className="text-heading text-ink">{title}</Heading>}
          {actions}
        </header>
      )}
      {children}
    </section>
  );
}
