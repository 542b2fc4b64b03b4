"use client";

import { lazy, Suspense, useSyncExternalStore } from "react";
import {
  showMacros,
  shownMacros,
  subscribeMacros,
} from "@/modules/tickets/components/ticket/start-macro";

const MacroChooser = lazy(() => import("./macro-chooser"));
const nothing = () => null;

/** The macros for the ticket that was asked for; loaded when somebody first asks. */
export function MacroDialog() {
  const ticket = useSyncExternalStore(subscribeMacros, shownMacros, nothing);
  if (ticket === null) return null;
  return (
    <Suspense fallback={null}>
      <MacroChooser key={ticket.id} ticket={ticket} onClose={() => showMacros(null)} />
    </Suspense>
  );
}
