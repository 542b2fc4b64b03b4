"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { useDesk } from "./desk";

const places = [
  { href: "/knowledge", label: "Articles", admins: false },
  { href: "/knowledge/categories", label: "Categories", admins: true },
  { href: "/knowledge/missing", label: "What is missing", admins: true },
] as const;

interface DeskPageProps {
  readonly title: string;
  readonly says: ReactNode;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** A page of those who keep the knowledge base. */
export function DeskPage({ title, says, action, children }: DeskPageProps) {
  const { me } = useDesk();
  const path = usePathname();
  return (
    <div className="flex min-w-0 max-w-page flex-col gap-4 p-4 md:p-6">
      {me.role === "admin" && (
        <nav aria-label="Knowledge">
          <ul className="flex flex-wrap gap-x-4">
            {places.map(({ href, label }) => (
              <li key={href}>
                <Link
                  href={href}
                  aria-current={path === href ? "page" : undefined}
                  className="inline-flex min-h-control items-center text-link text-ui aria-[current=page]:font-semibold aria-[current=page]:text-ink"
                >
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
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
