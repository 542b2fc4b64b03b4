import Link from "next/link";
import type { ReactNode } from "react";
import { Count } from "../badge";
import { cx } from "../cx";
import { ariaKeys } from "../keys";

interface NavSectionProps {
  readonly label: string;
  readonly action?: ReactNode;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A group of places; on the rail its name is heard only. */
export function NavSection({ label, action, className, children }: NavSectionProps) {
  return (
    <nav aria-label={label} className={cx("flex flex-col p-2", className)}>
      <div className="hidden min-h-control items-center justify-between px-2 text-ink-3 text-small wide:flex">
        <span aria-hidden="true">{label}</span>
        {action}
      </div>
      <ul className="flex flex-col gap-0.5">{children}</ul>
    </nav>
  );
}

interface NavItemProps {
  readonly href: string;
  readonly icon: ReactNode;
  readonly label: string;
  readonly count?: number | null | undefined;
  /** What is counted: "tickets". */
  readonly countLabel?: string | undefined;
  readonly current?: boolean | undefined;
  readonly keys?: string | undefined;
  readonly locale?: string | undefined;
}

/** A place in the navigation: icon, name, live count; on the rail the name is its title. */
export function NavItem(props: NavItemProps) {
  const { href, icon, label, count, countLabel = "tickets", current, keys, locale } = props;
  return (
    <li>
      <Link
        href={href}
        title={label}
        aria-current={current ? "page" : undefined}
        aria-keyshortcuts={ariaKeys(keys)}
        className="flex min-h-control items-center gap-2 rounded-control px-2 text-ink-2 text-ui hover:bg-hover hover:text-ink focus-visible:-outline-offset-2 aria-[current=page]:bg-selected aria-[current=page]:font-semibold aria-[current=page]:text-ink max-wide:flex-col max-wide:justify-center max-wide:gap-0 max-wide:px-0 max-wide:py-1"
      >
        <span className="flex size-5 shrink-0 items-center justify-center" aria-hidden="true">
          {icon}
        </span>
        <span className="min-w-0 flex-1 truncate max-wide:sr-only">{label}</span>
        {count !== undefined && (
          <Count
            value={count}
            label={countLabel}
            locale={locale}
            className="max-wide:min-w-0 max-wide:justify-center"
          />
        )}
      </Link>
    </li>
  );
}
