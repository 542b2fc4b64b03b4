import Link from "next/link";
import type { ReactNode } from "react";
import { Count } from "../badge";

export interface BottomBarItem {
  readonly href: string;
  readonly icon: ReactNode;
  readonly label: string;
  readonly count?: number | null | undefined;
  readonly countLabel?: string | undefined;
  readonly current?: boolean | undefined;
}

/** The four places of a phone, under the thumb. */
export function BottomBar({ items }: { items: readonly BottomBarItem[] }) {
  return (
    <nav aria-label="Main" className="grid auto-cols-fr grid-flow-col">
      {items.map((item) => (
        <Link
          key={item.href}
          href={item.href}
          aria-current={item.current ? "page" : undefined}
          className="relative flex min-h-13 min-w-0 flex-col items-center justify-center gap-0.5 px-1 text-ink-2 text-small focus-visible:-outline-offset-2 aria-[current=page]:font-semibold aria-[current=page]:text-link short:min-h-11"
        >
          <span aria-hidden="true" className="short:hidden">
            {item.icon}
          </span>
          <span className="max-w-full truncate">{item.label}</span>
          {item.count !== undefined && item.count !== 0 && (
            <Count
              value={item.count}
              label={item.countLabel ?? "new"}
              tone="accent"
              className="absolute start-1/2 top-0.5 ms-2"
            />
          )}
        </Link>
      ))}
    </nav>
  );
}
