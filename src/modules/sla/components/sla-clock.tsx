"use client";

import { lazy, Suspense, useEffect, useRef, useState } from "react";
import type { TicketRow } from "@/modules/tickets/client";
import { SlaTime } from "@/modules/tickets/components/ticket/sla-time";
import { useActions } from "@/ui/actions/use-actions";
import { announce } from "@/ui/announce";
import { buttonClass } from "@/ui/button-class";

const SlaPopover = lazy(() => import("./sla-popover"));

/** A broken promise of the ticket that is open is said once, by whoever reads it aloud. */
function useSpokenBreach({ id, number, slaState }: TicketRow): void {
  const last = useRef({ id, slaState });
  useEffect(() => {
    const before = last.current;
    last.current = { id, slaState };
    if (before.id === id && before.slaState !== "breached" && slaState === "breached")
      announce(`#${number} is late: its time has run out`);
  }, [id, number, slaState]);
}

/** The ticket's clock; opened, it says why it shows this time. What explains it loads when asked. */
export function SlaClock({ row }: { row: TicketRow }) {
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState(false);
  const show = (shown: boolean) => {
    setOpen(shown);
    if (shown) setAsked(true);
  };
  useSpokenBreach(row);
  useActions([
    {
      id: "sla.why",
      run: () => show(!open),
      disabledReason: row.slaState === null ? "Nothing is promised for this ticket" : null,
      words: ["sla", "due", "clock", "promise"],
    },
  ]);
  if (row.slaState === null) return null;
  const button = (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-expanded={open}
      onClick={asked ? undefined : () => show(true)}
      className={`${buttonClass("quiet")} px-2!`}
    >
      <span className="sr-only">Why this time: </span>
      <SlaTime row={row} />
    </button>
  );
  if (!asked) return button;
  return (
    <Suspense fallback={button}>
      <SlaPopover row={row} trigger={button} open={open} onOpenChange={show} />
    </Suspense>
  );
}
