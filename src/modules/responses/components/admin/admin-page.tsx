"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { createContext, type ReactNode, useContext } from "react";

const setup = [
  { href: "/admin/workspace", label: "Workspace" },
  { href: "/admin/fields", label: "Fields" },
  { href: "/admin/topics", label: "Topics" },
  { href: "/admin/tags", label: "Tags" },
  { href: "/admin/responses", label: "Responses" },
  { href: "/admin/macros", label: "Macros" },
  { href: "/admin/teams", label: "Teams" },
  { href: "/admin/organizations", label: "Organizations" },
  { href: "/admin/webhooks", label: "Webhooks" },
  { href: "/admin/mailboxes", label: "Mailboxes" },
  { href: "/admin/mail", label: "Incoming mail" },
  { href: "/admin/templates", label: "Templates" },
] as const;
const own = [
  { href: "/responses", label: "Responses" },
  { href: "/macros", label: "Macros" },
] as const;

/** Who keeps what stands on a page: admins keep all of it, agents what is theirs or their teams'. */
const KeeperContext = createContext<"admin" | "agent">("admin");
export const useKeeper = () => useContext(KeeperContext);

/** The same editors in the console, for those who are no admins. */
export function KeptByAgent({ children }: { children: ReactNode }) {
  return <KeeperContext value="agent">{children}</KeeperContext>;
}

interface AdminPageProps {
  readonly title: string;
  /** The answer as a sentence: how many there are, and what they are for. */
  readonly says: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** An editor of the help desk: what there is, in a sentence and a list, and the way to make more. */
export function AdminPage({ title, says, action, children }: AdminPageProps) {
  const path = usePathname();
  const keeper = useKeeper();
  return (
    <div className="flex min-w-0 max-w-page flex-col gap-4 p-4 md:p-6">
      <nav aria-label="Set up" className={keeper === "agent" ? "" : "md:hidden"}>
        <ul className="flex flex-wrap gap-x-4">
          {(keeper === "agent" ? own : setup).map(({ href, label }) => (
            <li key={href}>
              <Link
                href={href}
                aria-current={path === href || path.startsWith(`${href}/`) ? "page" : undefined}
                className="inline-flex min-h-control items-center text-link text-ui aria-[current=page]:font-semibold aria-[current=page]:text-ink"
              >
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <h1 className="text-title">{title}</h1>
          <p className="text-ink-2 text-ui">{says}</p>
        </div>
        {action}
      </div>
      {children}
    </div>
  );
}

/** The rows of an editor; on a phone each is a card of its own. */
export function AdminRows({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul
      aria-label={label}
      className="flex flex-col rounded-card border border-line bg-surface [&>li]:border-line [&>li]:border-b [&>li:last-child]:border-b-0"
    >
      {children}
    </ul>
  );
}

interface AdminRowProps {
  readonly name: ReactNode;
  readonly facts?: ReactNode;
  readonly actions: ReactNode;
}

export function AdminRow({ name, facts, actions }: AdminRowProps) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
      <div className="min-w-0 flex-1 basis-48">
        <p className="break-words font-semibold text-ui">{name}</p>
        {facts && <div className="break-words text-ink-2 text-small">{facts}</div>}
      </div>
      <div className="flex shrink-0 flex-wrap items-center gap-1">{actions}</div>
    </li>
  );
}
