"use client";

import { lazy, Suspense, useSyncExternalStore } from "react";
import {
  showDialog,
  shownDialog,
  subscribeDialog,
} from "@/modules/tickets/components/day/dialog-store";
import { useActions } from "@/ui/actions/use-actions";
import { Coming } from "@/ui/coming";

const Shown = lazy(() => import("./shown-dialog"));
const nothing = () => null;

/** The dialogs about tickets, once for the whole console; their code comes when one opens. */
export function TicketDialogs() {
  const dialog = useSyncExternalStore(subscribeDialog, shownDialog, nothing);
  useActions([
    {
      id: "ticket.new",
      words: ["new ticket", "create", "call"],
      run: () => showDialog({ what: "new" }),
    },
  ]);
  if (dialog === null) return null;
  return (
    <Suspense fallback={<Coming />}>
      <Shown dialog={dialog} onClose={() => showDialog(null)} />
    </Suspense>
  );
}
