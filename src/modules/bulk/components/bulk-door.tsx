"use client";

import { lazy, Suspense } from "react";
import { useSelection } from "@/modules/tickets/components/queue/selection";
import { useLate } from "@/ui/use-late";

const BulkBar = lazy(() => import("./bulk-bar"));
const loadCards = () => import("./action-cards").then(({ ActionCards }) => ActionCards);

/** Above the queue: what can be done with chosen rows, and how it goes. Both come when wanted. */
export function BulkDoor() {
  const selection = useSelection();
  const Cards = useLate(loadCards);
  return (
    <>
      {selection.active && (
        <Suspense fallback={null}>
          <BulkBar selection={selection} />
        </Suspense>
      )}
      {Cards !== null && <Cards />}
    </>
  );
}
