import type { ReactNode } from "react";
import { cx } from "./cx";

interface DescriptionListProps {
  readonly items: readonly { readonly term: string; readonly value: ReactNode }[];
  readonly className?: string | undefined;
}

/** Names and values in two columns; one below the other where there is no room. */
export function DescriptionList({ items, className }: DescriptionListProps) {
  return (
    <dl className={cx("@container text-ui", className)}>
      {items.map(({ term, value }) => (
        <div
          key={term}
          className="grid gap-x-3 border-line border-b py-1 last:border-b-0 @narrow:grid-cols-[minmax(6rem,2fr)_5fr]"
        >
          <dt className="text-ink-2">{term}</dt>
          <dd className="min-w-0 text-ink">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
