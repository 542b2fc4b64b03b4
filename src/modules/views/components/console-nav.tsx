"use client";

import { Bell, BookOpen, Gauge, PencilLine } from "lucide-react";
import { usePathname } from "next/navigation";
import { useMe } from "@/modules/tickets/components/me";
import type { QueueView } from "@/modules/tickets/components/place";
import { useKeysOf } from "@/ui/actions/use-actions";
import { NavItem, NavSection } from "@/ui/shell/nav";
import { type Uncounted, uncountedWords } from "../client";
import { MeMenu } from "./me-menu";
import type { ShownCounts } from "./use-view-counts";
import { ViewIcon } from "./view-icon";

interface ConsoleNavProps {
  readonly views: readonly QueueView[];
  readonly counts: ShownCounts | undefined;
  /** Notifications that were not looked at. */
  readonly unread: number | undefined;
  readonly currentId: string | null;
}

const countLabel = (reason: Uncounted | undefined) =>
  reason === undefined ? "tickets" : uncountedWords[reason];

const icon = { size: 20, "aria-hidden": true } as const;

/** Views with their counts, places by role, and oneself at the foot. */
export function ConsoleNav({ views, counts, unread, currentId }: ConsoleNavProps) {
  const me = useMe();
  const path = usePathname();
  const keysOf = useKeysOf();
  return (
    <>
      <p className="flex min-h-13 shrink-0 items-center px-4 text-heading max-wide:justify-center max-wide:px-0">
        <span aria-hidden="true" className="wide:hidden">
          ID
        </span>
        <span className="max-wide:sr-only">InsightDesk</span>
      </p>
      <NavSection label="Views" className="pt-0!">
        {views.map((view) => (
          <NavItem
            key={view.id}
            href={`/tickets?view=${view.id}`}
            icon={<ViewIcon id={view.id} />}
            label={view.name}
            count={counts?.counts[view.id]}
            countLabel={countLabel(counts?.uncounted[view.id])}
            current={view.id === currentId}
            keys={view.pin === null ? undefined : keysOf(`view.pinned.${view.pin}`)}
          />
        ))}
      </NavSection>
      <NavSection label="Places">
        <NavItem
          href="/notifications"
          icon={<Bell {...icon} />}
          label="Notifications"
          count={unread}
          countLabel="unread"
          current={path === "/notifications"}
          keys={keysOf("go.notifications")}
        />
        <NavItem
          href="/drafts"
          icon={<PencilLine {...icon} />}
          label="Drafts"
          keys={keysOf("go.drafts")}
          current={path === "/drafts"}
        />
        <NavItem
          href="/knowledge"
          icon={<BookOpen {...icon} />}
          label="Knowledge"
          keys={keysOf("go.knowledge")}
          current={path.startsWith("/knowledge")}
        />
        {me.role === "admin" && (
          <NavItem
            href="/admin"
            icon={<Gauge {...icon} />}
            label="Admin"
            keys={keysOf("go.admin")}
          />
        )}
      </NavSection>
      <div className="mt-auto p-2">
        <MeMenu />
      </div>
    </>
  );
}
