"use client";

import { ChevronDown } from "lucide-react";
import { lazy, Suspense } from "react";
import type { QueueView } from "@/modules/tickets/components/place";
import { usePlace } from "@/modules/tickets/components/use-place";
import { useKeysOf } from "@/ui/actions/use-actions";
import { Count } from "@/ui/badge";
import { Button } from "@/ui/button";
import { Menu, MenuRadioGroup, MenuRadioItem } from "@/ui/menu";
import type { ShownCounts } from "./use-view-counts";

/** Few views have no number. */
const CountOnRequest = lazy(() => import("./count-on-request"));

interface ViewHeadingProps {
  readonly views: readonly QueueView[];
  readonly counts: ShownCounts | undefined;
  readonly current: QueueView | undefined;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** The name of the view, which opens to the others: the way on a phone, and `V` everywhere. */
export function ViewHeading({ views, counts, current, open, onOpenChange }: ViewHeadingProps) {
  const { go } = usePlace();
  const keysOf = useKeysOf();
  const count = current === undefined ? undefined : counts?.counts[current.id];
  const reason = current === undefined ? undefined : counts?.uncounted[current.id];
  return (
    <span className="flex min-w-0 items-center">
      <Menu
        label="Views"
        open={open}
        onOpenChange={onOpenChange}
        trigger={
          <Button variant="quiet" className="-ms-3 min-w-0 text-ink!">
            <span className="min-w-0 truncate text-heading">{current?.name ?? "Tickets"}</span>
            <ChevronDown size={16} aria-hidden="true" className="shrink-0 text-ink-3" />
          </Button>
        }
      >
        <MenuRadioGroup
          value={current?.id ?? ""}
          onValueChange={(view) => go({ view, filter: null, sort: null, number: null })}
        >
          {views.map((view) => (
            <MenuRadioItem
              key={view.id}
              value={view.id}
              keys={view.pin === null ? undefined : keysOf(`view.pinned.${view.pin}`)}
            >
              {view.name}
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
      </Menu>
      {typeof count === "number" && <Count value={count} label="tickets" />}
      {current !== undefined && reason !== undefined && (
        <Suspense fallback={<span className="text-ink-2 text-small">–</span>}>
          <CountOnRequest key={current.filter} filter={current.filter} reason={reason} />
        </Suspense>
      )}
    </span>
  );
}
