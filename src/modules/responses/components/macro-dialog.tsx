"use client";

import { lazy, Suspense, useSyncExternalStore } from "react";
import {
  showMacros,
  shownMacros,
  subscribeMacros,
} from "@/modules/tickets/components/ticket/start-macro";
import { Coming } from "@/ui/coming";

const MacroChooser = lazy(() => import("./macro-chooser"));
const nothing = () => null;

/** The macros for the ticket that was asked for; loaded when somebody first asks. */
export function MacroDialog() {
  const ticket = useSyncExternalStore(subscribeMacros, shownMacros, nothing);
  if (ticket === null) return null;
  return (
    <Suspense fallback={<Coming />}>
      <MacroChooser key={ticket.id} ticket={ticket} onClose={() => showMacros(null)} />
    </Suspense>
  );
}
